package org.itsmsuite.keycloak.load;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.ItsmSuite;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.keycloak.KeycloakRealm;
import org.itsmsuite.keycloak.KeycloakServer;
import org.itsmsuite.web.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Fills a realm with people and groups, starts the suite with it and measures what people wait for:
 * {@code ./mvnw -Pkeycloak-load test}. All of it on 127.0.0.1, gone afterwards but for the report.
 *
 * <p>{@code -Dpeople=50000 -Dgroups=500} are the numbers unless said otherwise. With {@code
 * -Dissuer=...} a realm is measured that was filled before, with its data kept.
 */
public final class KeycloakLoad {

  private static final Path FOLDER = Path.of("target/keycloak-load");

  /** Groups that the realm has before. */
  private static final int GROUPS_OF_THE_SUITE = 21;

  private final ConfigurableApplicationContext suite;
  private final Accounts accounts;
  private final IdentityService identity;
  private final Measure measure;
  private final int people;

  private KeycloakLoad(ConfigurableApplicationContext suite, int people) {
    this.suite = suite;
    this.accounts = suite.getBean(Accounts.class);
    this.identity = suite.getBean(IdentityService.class);
    this.measure = new Measure(suite.getBean(MeterRegistry.class));
    this.people = people;
  }

  public static void main(String[] arguments) throws IOException {
    int people = Integer.getInteger("people", 50_000);
    Files.createDirectories(FOLDER);
    if (System.getProperty("issuer", "").isBlank()) {
      var server = KeycloakServer.running();
      try {
        fill(server, people, Integer.getInteger("groups", 500));
        measure(server.issuer(), people);
      } finally {
        server.stop();
      }
    } else {
      measure(System.getProperty("issuer"), people);
    }
  }

  private static void fill(KeycloakServer server, int people, int groups) {
    long start = System.nanoTime();
    var realm = new BigRealm(server.realm(), groups - GROUPS_OF_THE_SUITE - 1);
    realm.addTeams();
    realm.addPeople(people);
    say("filled in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start) + " s");
  }

  private static void measure(String issuer, int people) throws IOException {
    var data = Files.createTempDirectory(FOLDER, "data");
    try (var suite =
        new SpringApplicationBuilder(ItsmSuite.class)
            .profiles("keycloak")
            .run(
                "--server.port=0",
                "--itsm.data=" + data.toAbsolutePath(),
                "--itsm.keycloak.issuer=" + issuer)) {
      var report = new KeycloakLoad(suite, people).report(KeycloakRealm.of(issuer).token("agent"));
      Files.writeString(FOLDER.resolve("report.md"), report);
      System.out.println(report);
    }
  }

  static void say(String what) {
    System.out.println("keycloak-load: " + what);
  }

  private String report(String token) {
    accounts.groupsOf("agent");
    measure.of("somebody by name", 100, n -> accounts.exists(one(n, 1)));
    measure.of("groups of somebody known", 100, n -> accounts.groupsOf(one(n, 1)));
    measure.of("groups of somebody new", 100, n -> accounts.groupsOf(one(n, 2)));
    measure.of(
        "first page (50) of the members of everybody's group",
        1,
        n -> accounts.membersOf(BigRealm.EVERYBODY, 0, 50));
    measure.of(
        "any page (50) of them",
        20,
        n -> accounts.membersOf(BigRealm.EVERYBODY, 1 + n * (people / 50 / 21), 50));
    measure.of(
        "number of them",
        1,
        n -> identity.createUserQuery().memberOfGroup(BigRealm.EVERYBODY).count());
    measure.of(
        "members of a team, with their number",
        20,
        n -> {
          var query = identity.createUserQuery().memberOfGroup(BigRealm.team(n + 1));
          query.count();
          query.listPage(0, 50);
        });
    measure.of(
        "a page (50) of all accounts, with their number",
        20,
        n -> {
          identity.createUserQuery().count();
          identity.createUserQuery().orderByUserId().asc().listPage(n * (people / 21), 50);
        });
    measure.of(
        "a search for part of a last name, with the number found",
        20,
        n -> {
          var query = identity.createUserQuery().userLastNameLike("%-" + (n + 11) + "%");
          query.count();
          query.listPage(0, 50);
        });
    measure.of("all groups", 1, n -> identity.createGroupQuery().list());
    tasklist(token);
    crowd();
    return measure.report();
  }

  /** Others than before, spread over all. */
  private String one(int number, int round) {
    return BigRealm.name(1 + (number * (people / 101) + round * 7) % people);
  }

  /**
   * What Tasklist asks for a page: the filters, tasks, own groups and profile, and 15 assignees.
   */
  private void tasklist(String token) {
    int port = suite.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    var agent = Visitor.bearer(port, token);
    measure.of(
        "a page of Tasklist that names 15 people, over HTTP",
        10,
        n -> {
          ok(agent, "/engine-rest/filter?resourceType=Task&itemCount=true");
          ok(agent, "/engine-rest/task?candidateGroup=service-desk&maxResults=15");
          ok(agent, "/engine-rest/identity/groups?userId=agent");
          ok(agent, "/engine-rest/user/agent/profile");
          var ids = new StringBuilder();
          for (int i = 0; i < 15; i++) {
            ids.append(i == 0 ? "" : ",").append(one(n * 15 + i, 3));
          }
          ok(agent, "/engine-rest/user?idIn=" + ids);
        });
  }

  private static void ok(Visitor visitor, String path) {
    int status = visitor.get(path).statusCode();
    if (status != 200) {
      throw new IllegalStateException(path + " answered " + status);
    }
  }

  /** Many at once, each with somebody whom nobody has asked for yet. */
  private void crowd() {
    var next = new AtomicInteger();
    measure.of(
        "16 at a time: groups of 480 people, all in all",
        1,
        n -> {
          var threads = Executors.newFixedThreadPool(16);
          for (int i = 0; i < 480; i++) {
            threads.execute(
                () -> accounts.groupsOf(BigRealm.name(1 + (next.incrementAndGet() * 97) % people)));
          }
          threads.shutdown();
          try {
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
              throw new IllegalStateException("not done within five minutes");
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          next.set(0);
        });
  }
}
