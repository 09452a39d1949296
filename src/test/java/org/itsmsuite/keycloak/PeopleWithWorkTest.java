package org.itsmsuite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.people.process.AccountCheck;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What becomes of people's work, as a real Keycloak knows them: who audits, who leaves, who is new.
 */
@KeycloakSuite
class PeopleWithWorkTest {

  private final KeycloakRealm realm = KeycloakServer.running().realm();
  private final String mark = UUID.randomUUID().toString().substring(0, 8);

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired AccountCheck check;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;

  private String account;

  @AfterEach
  void theAccountGoes() {
    if (account != null) {
      realm.delete(account);
    }
  }

  private void comes(String name, String... groups) {
    realm.create(name, groups);
    account = name;
  }

  private Program as(String person) {
    return Program.bearer(port, realm.token(person));
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(200));
  }

  private String incident(String customer) {
    var report = report("title", "audited " + mark);
    report.put("customer", customer);
    return reported(as("agent"), report);
  }

  private Task task(String number) {
    return tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult();
  }

  private void takes(String person, String number) {
    var taken =
        as(person)
            .post("/engine-rest/task/" + task(number).getId() + "/claim", Map.of("userId", person));
    assertThat(taken.status()).as(taken.text()).isEqualTo(204);
    assertThat(task(number).getAssignee()).isEqualTo(person);
  }

  private List<String> facts(String number) {
    return as("auditor")
        .get("/api/records/" + number + "/timeline")
        .body()
        .findValuesAsText("what");
  }

  /** The periodic look, as if its time had come. */
  private void looks() {
    jdbc.sql("update itsm.periodic_work set due_at = ? where name = 'account-check'")
        .param(Timestamp.from(Instant.EPOCH))
        .update();
    check.lookIfDue();
  }

  @Nested
  class AnAuditorFromOutside {

    private String given(Instant from, Instant until) {
      Map<String, Object> wanted = new HashMap<>();
      wanted.put("account", account);
      wanted.put("kind", "EXTERNAL");
      wanted.put("from", from.toString());
      wanted.put("until", until.toString());
      wanted.put("scope", Map.of("customers", List.of("north-office")));
      wanted.put("purpose", "Yearly audit for the north office");
      var answer = as("top-manager").post("/api/audit/engagements", wanted);
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      return answer.at("id");
    }

    @Test
    void readsWithinTheEngagementUntilItEnds() {
      comes("visitor-" + mark);
      var north = incident("north-office");
      var south = incident("south-office");
      assertThat(as(account).incident(north).status()).as("without an engagement").isEqualTo(403);

      var engagement =
          given(Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofDays(1)));

      var visitor = as(account);
      assertThat(visitor.incident(north).status()).isEqualTo(200);
      assertThat(visitor.incident(south).status()).isEqualTo(404);
      assertThat(
              visitor
                  .get("/api/incidents?text=" + mark)
                  .body()
                  .path("content")
                  .findValuesAsText("number"))
          .containsExactly(north);
      assertThat(visitor.get("/engine-rest/task").status()).isEqualTo(403);
      assertThat(visitor.act(north, "note", Map.of("text", "x")).refusal())
          .isEqualTo("403 audit.read-only");

      var ended =
          as("top-manager")
              .post("/api/audit/engagements/" + engagement + "/end", Map.of("reason", "Done"));
      assertThat(ended.status()).as(ended.text()).isEqualTo(200);
      assertThat(visitor.incident(north).refusal()).isEqualTo("403 audit.engagement-expired");
    }

    @Test
    void seesThePagesOfItAndNoWebApplication() {
      comes("visitor-" + mark);
      var north = incident("north-office");
      var south = incident("south-office");
      given(Instant.now().minus(Duration.ofHours(1)), Instant.now().plus(Duration.ofDays(1)));

      var browser = new WebPerson(port).loggedIn(account);

      assertThat(browser.opens("/incidents/" + north).statusCode()).isEqualTo(200);
      assertThat(browser.opens("/incidents/" + south).statusCode()).isEqualTo(404);
      assertThat(browser.opens("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
      var trace = as("top-manager").get("/api/audit/access?account=" + account).text();
      assertThat(trace).contains(north);
    }

    @Test
    void findsNothingBeforeItBegins() {
      comes("visitor-" + mark);
      given(Instant.now().plus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(2)));

      assertThat(as(account).get("/api/incidents").refusal())
          .isEqualTo("403 audit.engagement-not-begun");
    }
  }

  @Nested
  class WhoIsSwitchedOffOrGone {

    @Test
    void leavesOpenTasksToTheGroup() {
      comes("leaver-" + mark, "service-desk");
      var number = incident("north-office");
      takes(account, number);
      looks();
      assertThat(task(number).getAssignee()).as("still there").isEqualTo(account);

      realm.enable(account, false);

      isTheGroupsAgain(number);
    }

    @Test
    void isNoticedWhenTheAccountIsDeletedToo() {
      comes("leaver-" + mark, "service-desk");
      var number = incident("north-office");
      takes(account, number);

      realm.delete(account);
      account = null;

      isTheGroupsAgain(number);
    }

    @Test
    void leavesTheTasksOfAGroupThatIsLeft() {
      comes("mover-" + mark, "service-desk", "cab");
      var number = incident("north-office");
      takes(account, number);
      looks();

      realm.leave(account, "service-desk");

      isTheGroupsAgain(number);
    }

    private void isTheGroupsAgain(String number) {
      soon()
          .untilAsserted(
              () -> {
                looks();
                assertThat(task(number).getAssignee()).isNull();
              });
      assertThat(tasks.getIdentityLinksForTask(task(number).getId()))
          .extracting(IdentityLink::getGroupId)
          .contains("service-desk");
      assertThat(facts(number)).contains("incident.taken", "deputy.leftToGroup");
    }
  }

  @Nested
  class ANewGroup {

    @Test
    void countsAsSoonAsItIsThereAndGivesNoRightsByItself() {
      var group = "night-crew-" + mark;
      realm.administer("POST", "/groups", Map.of("name", group));
      try {
        comes("owl-" + mark, "service-desk");
        realm.join(account, group);
        soon().until(() -> accounts.groupsOf(account).contains(group));
        assertThat(accounts.membersOf(group, 0, 10).accounts()).containsExactly(account);

        var number = incident("north-office");
        tasks.addCandidateGroup(task(number).getId(), group);
        var found = "/engine-rest/task?candidateGroup=" + group;
        assertThat(as(account).get(found).text()).contains(task(number).getId());
        assertThat(as("admin").get("/engine-rest/group?id=" + group).text()).contains(group);

        realm.leave(account, "service-desk");
        assertThat(as(account).get("/engine-rest/task").status()).isEqualTo(403);
        assertThat(as(account).get("/api/incidents").status()).isEqualTo(403);
      } finally {
        realm.administer("DELETE", "/groups/" + idOf(group), null);
      }
    }

    private String idOf(String group) {
      for (var one : realm.administer("GET", "/groups?exact=true&search=" + group, null)) {
        return one.path("id").asText();
      }
      throw new AssertionError("Keycloak has no group " + group);
    }
  }

  @Nested
  class UnusualNames {

    @ParameterizedTest
    @ValueSource(strings = {"jo+ann-%s", "jo.ann-%s@example.org", "jörg-å-%s"})
    void workLikeAnyOther(String pattern) {
      comes(pattern.formatted(mark), "service-desk");
      var number = incident("north-office");

      takes(account, number);

      assertThat(new WebPerson(port).loggedIn(account).opens("/incidents/" + number).statusCode())
          .isEqualTo(200);
      assertThat(accounts.groupsOf(account)).containsExactly("service-desk");
      assertThat(facts(number)).contains("incident.taken");
      looks();
      assertThat(task(number).getAssignee()).isEqualTo(account);
    }

    @Test
    void ofPeopleMayHaveAnyLetters() {
      comes("umlaut-" + mark, "service-desk");
      var found = realm.administer("GET", "/users?exact=true&username=" + account, null).path(0);
      var changed = (com.fasterxml.jackson.databind.node.ObjectNode) found;
      changed.put("firstName", "Jörg Åke").put("lastName", "Müßig-Łoś");
      realm.administer("PUT", "/users/" + found.path("id").asText(), changed);

      assertThat(new WebPerson(port).loggedIn(account).isKnownAs(account)).isTrue();
      soon()
          .untilAsserted(
              () ->
                  assertThat(as("admin").get("/engine-rest/user/" + account + "/profile").text())
                      .contains("Jörg Åke", "Müßig-Łoś"));
    }
  }
}
