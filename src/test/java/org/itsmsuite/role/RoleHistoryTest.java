package org.itsmsuite.role;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.itsmsuite.identity.BringsGroups;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.transaction.support.TransactionTemplate;

/** Who held which role when, as changed through the engine's REST API and found otherwise. */
@DemoSuite
class RoleHistoryTest {

  @LocalServerPort int port;
  @Autowired RoleHistory history;
  @Autowired ApplicationEventPublisher events;
  @Autowired TransactionTemplate transaction;

  private final String account = "newcomer-" + UUID.randomUUID().toString().substring(0, 8);
  private Visitor admin;
  private Program auditor;

  @BeforeEach
  void somebodyNew() {
    admin = Visitor.program(port, "admin");
    auditor = Program.of(port, "auditor");
    var created =
        admin.json(
            "/engine-rest/user/create",
            Program.json(
                Map.of(
                    "profile", Map.of("id", account, "firstName", "New", "lastName", "Comer"),
                    "credentials", Map.of("password", "a horse, a battery"))));
    assertThat(created.statusCode()).as(created.body()).isEqualTo(204);
  }

  @AfterEach
  void whoLeaves() {
    admin.send("DELETE", "/engine-rest/user/" + account, BodyPublishers.noBody());
  }

  private void member(String method, String group) {
    var address = "/engine-rest/group/" + group + "/members/" + account;
    assertThat(admin.send(method, address, BodyPublishers.noBody()).statusCode()).isEqualTo(204);
  }

  private JsonNode held(String more) {
    var found = auditor.get("/api/roles?account=" + account + more);
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    return found.body().path("content");
  }

  @Nested
  class AMembership {

    @Test
    void isHeldFromWhenItIsGivenUntilItIsTaken() {
      member("PUT", "service-desk");
      var during = Instant.now();
      member("DELETE", "service-desk");

      var one = held("");
      assertThat(one).hasSize(1);
      assertThat(one.at("/0/group").asText()).isEqualTo("service-desk");
      assertThat(one.at("/0/givenBy").asText()).isEqualTo("admin");
      assertThat(one.at("/0/takenBy").asText()).isEqualTo("admin");
      assertThat(held("&at=" + during)).hasSize(1);
      assertThat(held("&at=" + one.at("/0/from").asText())).hasSize(1);
      assertThat(held("&at=" + one.at("/0/until").asText())).isEmpty();
      assertThat(held("&at=2026-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void isTwoTimesWhenGivenTwice() {
      member("PUT", "cab");
      member("DELETE", "cab");
      member("PUT", "cab");

      assertThat(held("&group=cab")).hasSize(2);
      assertThat(held("&group=ecab")).isEmpty();
      assertThat(held("&size=1")).hasSize(1);
      assertThat(held("").at("/0/until").isNull()).isTrue();
    }

    @Test
    void endsWithTheAccount() {
      member("PUT", "cab");
      member("PUT", "ecab");
      whoLeaves();

      assertThat(held("")).hasSize(2).noneMatch(one -> one.path("until").isNull());
    }

    @Test
    void isAFactWithTheGroupsBeforeAndAfter() {
      member("PUT", "cab");
      member("PUT", "ecab");

      var fact = latest("identity.memberAdded");
      assertThat(fact.at("/actor").asText()).isEqualTo("admin");
      assertThat(fact.at("/after/account").asText()).isEqualTo(account);
      assertThat(fact.at("/before/groups").toString()).isEqualTo("[\"cab\"]");
      assertThat(fact.at("/after/groups").toString()).isEqualTo("[\"cab\",\"ecab\"]");
    }
  }

  @Nested
  class WhatNobodySawHappen {

    @Test
    void isWrittenDownWhenItIsFound() {
      member("PUT", "cab");
      history.found(account, Set.of("ecab"));

      assertThat(held("&group=cab").at("/0/until").isNull()).isFalse();
      assertThat(held("&group=ecab").at("/0/givenBy").asText()).isEqualTo("system");
      var fact = latest("identity.rolesFound");
      assertThat(fact.at("/before/groups").toString()).isEqualTo("[\"cab\"]");
      assertThat(fact.at("/after/groups").toString()).isEqualTo("[\"ecab\"]");
    }

    @Test
    void isWrittenDownOnceByTwoWhoFindItAtTheSameTime() {
      var other =
          transaction.execute(
              running -> {
                history.found(account, Set.of("cab"));
                var waiting =
                    CompletableFuture.runAsync(() -> history.found(account, Set.of("cab")));
                assertThat(waiting).as("waits").failsWithin(Duration.ofMillis(300));
                return waiting;
              });
      other.join();

      assertThat(held("")).hasSize(1);
    }

    @Test
    void isNothingWhereAllIsKnown() {
      member("PUT", "cab");
      history.found(account, Set.of("cab"));

      assertThat(held("")).hasSize(1);
    }
  }

  /** Who logs in elsewhere, with the groups told there. */
  private record Guest(String account, Set<String> groups) implements BringsGroups, Principal {

    @Override
    public String getName() {
      return account;
    }
  }

  private void logsInElsewhere(String... groups) {
    events.publishEvent(
        new InteractiveAuthenticationSuccessEvent(
            UsernamePasswordAuthenticationToken.authenticated(
                new Guest(account, Set.of(groups)), null, List.of()),
            getClass()));
  }

  @Test
  void whatAnIdentityProviderTellsIsWrittenDownWhenItChanges() {
    logsInElsewhere("cab");
    logsInElsewhere("cab");
    logsInElsewhere("ecab");

    assertThat(held("")).hasSize(2);
    assertThat(held("&group=cab").at("/0/takenBy").asText()).isEqualTo("system");
    assertThat(held("&group=ecab").at("/0/until").isNull()).isTrue();
  }

  @Test
  void thoseWhoAreThereFromTheStartHaveHeldTheirRolesSince() {
    var found = auditor.get("/api/roles?account=agent&group=service-desk");

    assertThat(found.at("/content/0/givenBy")).isEqualTo("system");
  }

  @Test
  void aRightGivenByHandIsAFact() {
    var given =
        admin.json(
            "/engine-rest/authorization/create",
            Program.json(
                Map.of(
                    "type",
                    1,
                    "permissions",
                    new String[] {"READ"},
                    "userId",
                    account,
                    "resourceType",
                    9,
                    "resourceId",
                    "*")));
    assertThat(given.statusCode()).as(given.body()).isEqualTo(200);
    var fact = latest("identity.rightGiven");
    assertThat(fact.at("/after/rights").toString()).isEqualTo("[\"READ\"]");
    assertThat(fact.at("/after/resource").asText()).isEqualTo("DEPLOYMENT");
    assertThat(fact.at("/after/account").asText()).isEqualTo(account);

    var id = given.body().replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
    admin.send("DELETE", "/engine-rest/authorization/" + id, BodyPublishers.noBody());
    assertThat(latest("identity.rightTaken").at("/before/rights").toString())
        .isEqualTo("[\"READ\"]");
  }

  private JsonNode latest(String what) {
    for (var fact : auditor.get("/api/ledger?record=identity&size=50").body().path("items")) {
      if (fact.path("what").asText().equals(what)) {
        return fact;
      }
    }
    throw new AssertionError("No " + what);
  }

  @Nested
  class ThePage {

    @Test
    void showsWhatAnAuditorAsksFor() {
      member("PUT", "process-owners");
      var browser = Visitor.browser(port);
      browser.logIn("auditor", "auditor");

      assertThat(browser.get("/roles?account=" + account).body())
          .contains("1 time", "Process owners", "held now", "given by admin");
      assertThat(browser.get("/roles?account=" + account + "&at=2026-01-01").body())
          .contains("0 times");
      assertThat(browser.get("/roles?at=yesterday").body()).contains("A day like 2026-04-27");
      assertThat(browser.get("/").body()).contains("href=\"/roles\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "requester, 403",
    "agent, 403",
    "incident-manager, 403",
    "auditor, 200",
    "admin, 200"
  })
  void isForAuditorsAndAdministrators(String who, int status) {
    assertThat(Program.of(port, who).get("/api/roles").status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "at=yesterday, role.unreadable-time",
    "size=0, request.out-of-range",
    "size=201, request.out-of-range",
    "page=-1, request.out-of-range"
  })
  void aQuestionThatCannotBeReadIsRefusedWithItsPlace(String asked, String key) {
    var answer = auditor.get("/api/roles?" + asked);

    assertThat(answer.refusal()).isEqualTo("400 " + key);
    assertThat(answer.field()).isEqualTo(asked.split("=")[0]);
  }
}
