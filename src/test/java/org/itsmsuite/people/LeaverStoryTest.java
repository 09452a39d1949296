package org.itsmsuite.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.deputy.web.Colleagues;
import org.itsmsuite.identity.AccountPage;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.people.process.AccountCheck;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody goes, or leaves a group, while they have work. */
@DemoSuite
class LeaverStoryTest {

  private final int port;
  private final Leavers leavers;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Colleagues staff;
  private String number;

  LeaverStoryTest(
      @LocalServerPort int port,
      @Autowired ProcessEngine engine,
      @Autowired Leavers leavers,
      @Autowired JdbcClient jdbc,
      @Autowired PlatformTransactionManager transactions) {
    this.port = port;
    this.leavers = leavers;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.staff = new Colleagues(port, engine);
  }

  @BeforeEach
  void somebodyHasATask() {
    staff.join("leaver", "service-desk");
    number = staff.reported();
    staff.claims("leaver", number);
  }

  @AfterEach
  void nobodyIsAway() {
    jdbc.sql("delete from itsm.absence").update();
    jdbc.sql("delete from itsm.checked_person").update();
  }

  private int deletes(String account, String address) {
    return Visitor.program(port, account)
        .send("DELETE", address, BodyPublishers.noBody())
        .statusCode();
  }

  private void isTheGroupsAgain() {
    assertThat(staff.task(number).getAssignee()).isNull();
    assertThat(staff.groupsOf(staff.task(number))).containsExactly("service-desk");
    assertThat(staff.told(number, "task-with-group")).containsExactly("group:service-desk");
    assertThat(staff.facts(number)).containsSubsequence("deputy.leftToGroup", "incident.taken");
  }

  @Nested
  class WhoseAccountIsRemoved {

    @Test
    void leavesTheTaskToTheGroup() {
      assertThat(deletes("admin", "/engine-rest/user/leaver")).isEqualTo(204);
      isTheGroupsAgain();
    }

    @Test
    void isStillNamedWhereTheyWere() {
      staff.leave("leaver");
      var taken =
          java.util.stream.StreamSupport.stream(staff.timeline(number).spliterator(), false)
              .filter(one -> one.path("what").asText().equals("incident.taken"))
              .findFirst()
              .orElseThrow();
      assertThat(taken.path("actor").asText()).isEqualTo("leaver");
      assertThat(taken.at("/after/assignee").asText()).isEqualTo("leaver");
    }

    @Test
    void isNotAssignedAnythingAnyMore() {
      String other = staff.reported();
      staff.leave("leaver");
      staff
          .as("admin")
          .post(
              "/engine-rest/task/" + staff.task(other).getId() + "/assignee",
              Map.of("userId", "leaver"));
      assertThat(staff.task(other).getAssignee()).isNull();
    }

    @Test
    void isAwayNoMoreAndStandsInForNobody() {
      staff.join("stays", "service-desk");
      absence("leaver", "stays");
      absence("stays", null, "leaver", 5);
      staff.leave("leaver");

      assertThat(
              jdbc.sql(
                      "select count(*) from itsm.absence where kind = 'AWAY' and account = 'leaver' and ended = false")
                  .query(Long.class)
                  .single())
          .isZero();
      assertThat(
              jdbc.sql("select count(*) from itsm.absence where deputy = 'leaver'")
                  .query(Long.class)
                  .single())
          .isZero();
    }

    @Test
    void isMissedByWhomTheyStoodInForAndByWhoeverEnteredIt() {
      staff.join("stays", "service-desk");
      String record = enteredByTheirManager("stays", "leaver");
      staff.leave("leaver");

      assertThat(staff.told(record, "deputy-gone"))
          .containsExactly("user:incident-manager", "user:stays");
      assertThat(
              jdbc.sql(
                      "select body from itsm.notification where record = ? and template = 'deputy-gone'"
                          + " and recipient = 'user:stays'")
                  .param(record)
                  .query(String.class)
                  .single())
          .contains("leaver was to stand in for stays")
          .doesNotContain(": -");
    }

    private String enteredByTheirManager(String account, String deputy) {
      Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(200));
      var answer =
          staff
              .as("incident-manager")
              .post(
                  "/api/absences",
                  Map.of(
                      "account",
                      account,
                      "deputy",
                      deputy,
                      "from",
                      from.toString(),
                      "until",
                      from.plus(Duration.ofDays(1)).toString()));
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      return "absence:" + answer.at("id");
    }

    @Test
    void isSignedOutWithTheNextClick() {
      var browser = Visitor.browser(port);
      browser.logIn("leaver", "leaver");
      assertThat(browser.get("/incidents").statusCode()).isEqualTo(200);

      staff.leave("leaver");

      var next = browser.get("/incidents");
      assertThat(next.statusCode()).isEqualTo(302);
      assertThat(next.headers().firstValue("Location").orElse("")).endsWith("/login");
    }

    @Test
    void canComeBack() {
      staff.leave("leaver");
      staff.join("leaver", "service-desk");
      staff.claims("leaver", number);
      assertThat(staff.task(number).getAssignee()).isEqualTo("leaver");
      assertThat(
              jdbc.sql(
                      "select count(*) from itsm.absence where kind = 'LEFT' and account = 'leaver'")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  private void absence(String account, String deputy) {
    absence(account, null, deputy, 1);
  }

  private void absence(String account, String group, String deputy, int inDays) {
    Instant from = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(300L + inDays));
    var answer =
        staff
            .as(account)
            .post(
                "/api/absences",
                Map.of(
                    "from", from.toString(),
                    "until", from.plus(Duration.ofDays(1)).toString(),
                    "deputy", deputy));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Nested
  class WhoLeavesTheGroup {

    @Test
    void leavesItsTasksToIt() {
      staff.join("leaver", "second-level");
      assertThat(deletes("admin", "/engine-rest/group/service-desk/members/leaver")).isEqualTo(204);
      isTheGroupsAgain();
    }

    @Test
    void keepsTheTasksOfOtherGroups() {
      staff.join("leaver", "second-level");
      deletes("admin", "/engine-rest/group/second-level/members/leaver");
      assertThat(staff.task(number).getAssignee()).isEqualTo("leaver");
    }
  }

  /** Accounts kept elsewhere tell nobody when they go. */
  @Nested
  class WhoIsFoundMissing {

    private final Directory directory = new Directory();

    private final class Directory implements Accounts {

      private final Map<String, Set<String>> people = new TreeMap<>();
      private boolean reachable = true;

      @Override
      public boolean exists(String name) {
        if (!reachable) {
          throw new Refusal(
              Refusal.Kind.UNAVAILABLE,
              "identity.directory-unavailable",
              "Gone",
              java.util.List.of());
        }
        return !name.equals("leaver") || people.containsKey(name);
      }

      @Override
      public Set<String> groupsOf(String name) {
        return people.getOrDefault(name, Set.of());
      }

      @Override
      public Login logIn(String name, String password) {
        return Login.REFUSED;
      }

      @Override
      public AccountPage membersOf(String group, int page, int size) {
        return new AccountPage(java.util.List.of(), page, size, false);
      }

      @Override
      public Optional<String> emailOf(String name) {
        return Optional.empty();
      }

      @Override
      public boolean hasAdministrator() {
        return true;
      }

      @Override
      public void createAdministrator(String name, String password) {}
    }

    private boolean look() {
      return new AccountCheck(
              directory,
              leavers,
              jdbc,
              transaction,
              java.time.Clock.systemUTC(),
              Duration.ofHours(1))
          .lookIfDue();
    }

    @BeforeEach
    void itIsTime() {
      jdbc.sql("update itsm.periodic_work set due_at = ?")
          .param(java.time.OffsetDateTime.parse("2000-01-01T00:00:00Z"))
          .update();
    }

    @Test
    void leavesTheTaskToTheGroup() {
      assertThat(look()).isTrue();
      isTheGroupsAgain();
    }

    @Test
    void isLookedForByOneNodeAtATime() {
      assertThat(look()).isTrue();
      assertThat(look()).isFalse();
    }

    @Test
    void isNobodyWhileTheDirectoryCannotBeAsked() {
      directory.reachable = false;
      look();
      assertThat(staff.task(number).getAssignee()).isEqualTo("leaver");
    }

    @Test
    void losesATaskWithItsGroup() {
      directory.people.put("leaver", Set.of("service-desk", "second-level"));
      look();
      assertThat(staff.task(number).getAssignee()).isEqualTo("leaver");

      directory.people.put("leaver", Set.of("second-level"));
      itIsTime();
      look();
      isTheGroupsAgain();
    }
  }
}
