package org.itsmsuite.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.TestAccounts;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Auditors from outside, and what an engagement lets them see. */
@DemoSuite
class EngagementsTest {

  private static final Map<String, ?> EVERYTHING = Map.of("everything", true);

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired JdbcClient jdbc;
  private final String visitor = "visitor-" + UUID.randomUUID().toString().substring(0, 8);
  private final String mark = "audit " + UUID.randomUUID();
  private final Instant now = Instant.now();

  @BeforeEach
  void anAccountInNoGroup() {
    TestAccounts.create(identity, visitor);
  }

  @AfterEach
  void theAccountGoes() {
    identity.deleteUser(visitor);
  }

  private Program as(String account) {
    return Program.of(port, account);
  }

  private Map<String, Object> engagement(Duration from, Duration until, Map<String, ?> scope) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("account", visitor);
    wanted.put("kind", "EXTERNAL");
    wanted.put("from", now.plus(from).toString());
    wanted.put("until", now.plus(until).toString());
    wanted.put("scope", scope);
    wanted.put("purpose", "Yearly audit for the north office");
    return wanted;
  }

  private String given(Duration from, Duration until, Map<String, ?> scope) {
    Answer answer =
        as("top-manager").post("/api/audit/engagements", engagement(from, until, scope));
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("id");
  }

  /** Its period is over, as after a long time. */
  private void passes(String id) {
    jdbc.sql(
            "update itsm.audit_engagement set valid_from = timestamp with time zone"
                + " '2020-01-01 00:00:00+00:00', valid_until = timestamp with time zone"
                + " '2020-02-01 00:00:00+00:00' where id = ?")
        .param(Long.valueOf(id))
        .update();
  }

  private String incident(String customer) {
    var report = report("title", mark);
    report.put("customer", customer);
    return reported(as("agent"), report);
  }

  private List<String> found(String account) {
    return as(account)
        .get("/api/incidents?text=" + mark.replace(" ", "%20"))
        .body()
        .path("content")
        .findValuesAsText("number");
  }

  @Nested
  class Within {

    private String north;
    private String south;

    @BeforeEach
    void twoCustomers() {
      north = incident("north-office");
      south = incident("south-office");
      given(Duration.ofHours(-1), Duration.ofDays(1), Map.of("customers", List.of("north-office")));
    }

    @Test
    void listsCountsAndSearchesShowWhatLiesInIt() {
      assertThat(found(visitor)).containsExactly(north);
      assertThat(
              as(visitor)
                  .get("/api/incidents?size=1&text=" + mark.replace(" ", "%20"))
                  .at("/page/totalElements"))
          .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/incidents/%s",
          "/api/records/%s/timeline",
          "/api/records/%s/thread",
          "/api/records/%s/messages",
          "/api/events?record=%s",
          "/incidents/%s",
          "/records/%s/messages"
        })
    void whatLiesOutsideLooksAbsent(String address) {
      var browser = Visitor.browser(port);
      browser.logIn(visitor, visitor);
      boolean api = address.startsWith("/api");
      var program = Visitor.program(port, visitor);
      var outside =
          api ? program.get(address.formatted(south)) : browser.get(address.formatted(south));
      assertThat(outside.statusCode()).as(outside.body()).isEqualTo(404);
      var inside =
          api ? program.get(address.formatted(north)) : browser.get(address.formatted(north));
      assertThat(inside.statusCode()).as(inside.body()).isIn(200, 302);
    }

    @Test
    void theLedgerTellsOfNothingElse() {
      var ledger = as(visitor).get("/api/ledger?size=200");
      assertThat(ledger.status()).isEqualTo(200);
      assertThat(ledger.text())
          .contains(north)
          .doesNotContain(south)
          .doesNotContain("\"identity\"");
      assertThat(as(visitor).get("/api/ledger?record=" + south).at("total")).isEqualTo("0");
      assertThat(as(visitor).get("/api/ledger?record=" + north).at("total")).isNotEqualTo("0");
    }

    /**
     * Chains of no record: theirs only, neither in the list, nor by name, nor in what is counted.
     */
    @Test
    void whatOtherAuditorsLookedAtLiesOutside() {
      as("auditor").get("/api/incidents?text=theirs");
      as(visitor).get("/api/incidents?text=mine");
      String theirs = accessesOf("auditor");
      String own = accessesOf(visitor);

      var shown = as(visitor).get("/api/ledger?size=200");
      assertThat(shown.body().path("items").findValuesAsText("record"))
          .contains(own)
          .allMatch(chain -> chain.equals(own) || !chain.startsWith("audit-access:"));
      assertThat(as(visitor).get("/api/ledger?record=" + theirs).at("total")).isEqualTo("0");
      assertThat(as(visitor).get("/api/ledger?actor=auditor").at("total")).isEqualTo("0");
      assertThat(as("auditor").get("/api/ledger?record=" + own).at("total")).isNotEqualTo("0");

      long entries = entriesTold();
      as("auditor").get("/api/incidents?text=once%20more");
      assertThat(entriesTold()).as("only that they asked").isEqualTo(entries + 1);
    }

    private String accessesOf(String account) {
      return as("auditor").get("/api/ledger?size=1&actor=" + account).at("/items/0/record");
    }

    private long entriesTold() {
      return Long.parseLong(as(visitor).get("/api/ledger/verification").at("entries"));
    }

    @Test
    void theLedgersVerdictIsAboutAllOfItAndItsNumbersAreNot() {
      var mine = as(visitor).get("/api/ledger/verification");
      var all = as("auditor").get("/api/ledger/verification");
      var entries = as(visitor).get("/api/ledger?size=200");
      assertThat(mine.at("intact")).isEqualTo("true");
      long told = Long.parseLong(mine.at("entries"));
      assertThat(told)
          .as("all that is found, but for the fact that they asked")
          .isEqualTo(Long.parseLong(entries.at("total")) - 1)
          .isLessThan(Long.parseLong(all.at("entries")));

      long records = recordsTold();
      incident("south-office");
      assertThat(recordsTold()).isEqualTo(records);
      incident("north-office");
      assertThat(recordsTold()).isEqualTo(records + 1);
    }

    private long recordsTold() {
      return Long.parseLong(as(visitor).get("/api/ledger/verification").at("records"));
    }

    @Test
    void theCatalogueNamesItsCustomersOnly() {
      var services = as(visitor).get("/api/services");
      assertThat(services.text()).contains("north-office").doesNotContain("south-office");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/engine-rest/task",
          "/engine-rest/engine/default/process-instance",
          "/engine-rest/history/process-instance",
          "/api/agreements",
          "/actuator/metrics"
        })
    void whatCannotBeNarrowedIsClosed(String address) {
      assertThat(as(visitor).get(address).status()).isEqualTo(403);
    }

    @Test
    void theWebApplicationsAreClosed() {
      var browser = Visitor.browser(port);
      browser.logIn(visitor, visitor);
      assertThat(browser.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
      assertThat(browser.get("/camunda/api/engine/engine/default/task").statusCode())
          .isEqualTo(403);
      assertThat(browser.get("/outbox").statusCode()).isEqualTo(403);
    }

    @Test
    void nothingIsWritten() {
      var refused = as(visitor).act(north, "note", Map.of("text", "x"));
      assertThat(refused.refusal()).isEqualTo("403 audit.read-only");
      assertThat(refused.at("detail"))
          .startsWith("An auditor's account may read, but changes nothing");
    }

    @Test
    void moreIsSeenOnceItIsChanged() {
      String id = as("top-manager").get("/api/audit/engagements").at("/0/id");
      Answer changed =
          as("top-manager")
              .post(
                  "/api/audit/engagements/" + id + "/change",
                  Map.of(
                      "scope",
                      Map.of("customers", List.of("north-office", "south-office")),
                      "reason",
                      "The south is audited, too"));
      assertThat(changed.at("account")).as(changed.text()).isEqualTo(visitor);
      assertThat(found(visitor)).containsExactlyInAnyOrder(north, south);
    }

    @Test
    void aMentionOfWhatLiesOutsideIsLeftOut() {
      as("agent")
          .post(
              "/api/records/" + north + "/messages",
              Map.of("text", "Compare with " + south, "visibility", "INTERNAL"));
      assertThat(as(visitor).get("/api/records/" + north + "/messages").text())
          .contains("Compare with")
          .doesNotContain(south);
    }

    @Test
    void aRestrictedRecordLiesOutsideUnlessSecurityIsAudited() {
      as("agent")
          .act(north, "reclassify", Map.of("mechanism", "SECURITY_INCIDENT", "reason", "A leak"));
      assertThat(found(visitor)).containsExactly(north);

      TestAccounts.create(identity, visitor + "-2");
      Map<String, Object> wanted =
          engagement(
              Duration.ofHours(-1), Duration.ofDays(1), Map.of("practices", List.of("incident")));
      wanted.put("account", visitor + "-2");
      as("top-manager").post("/api/audit/engagements", wanted);
      assertThat(found(visitor + "-2")).containsExactly(south);
      assertThat(as(visitor + "-2").incident(north).status()).isEqualTo(404);
      assertThat(as(visitor + "-2").get("/api/security-view?size=100").text())
          .doesNotContain(north);
      identity.deleteUser(visitor + "-2");
    }

    @Test
    void anInternalAuditorWithinALimitedEngagementIsBoundByIt() {
      identity.createMembership(visitor, "auditors");
      assertThat(found(visitor)).containsExactly(north);
      assertThat(as(visitor).get("/engine-rest/task").status()).isEqualTo(403);
    }
  }

  @Nested
  class Periods {

    @Test
    void recordsOfAnotherTimeLieOutside() {
      String number = incident("north-office");
      String id =
          given(
              Duration.ofHours(-1),
              Duration.ofDays(1),
              Map.of("recordsUntil", now.minus(Duration.ofDays(365)).toString()));
      assertThat(as(visitor).incident(number).status()).isEqualTo(404);
      passes(id);
      given(
          Duration.ofHours(-1),
          Duration.ofDays(1),
          Map.of("recordsFrom", now.minus(Duration.ofDays(1)).toString()));
      assertThat(as(visitor).incident(number).status()).isEqualTo(200);
    }

    @Test
    void beforeItBeginsNobodyGetsIn() {
      given(Duration.ofDays(1), Duration.ofDays(2), EVERYTHING);
      assertThat(as(visitor).get("/api/incidents").refusal())
          .isEqualTo("403 audit.engagement-not-begun");
    }

    @Test
    void afterwardsNobodyGetsIn() {
      passes(given(Duration.ofDays(-2), Duration.ofDays(1), EVERYTHING));
      assertThat(as(visitor).get("/api/incidents").refusal())
          .isEqualTo("403 audit.engagement-expired");
      assertThat(as(visitor).get("/engine-rest/task").status()).isEqualTo(403);
      var browser = Visitor.browser(port);
      browser.logIn(visitor, visitor);
      var first = browser.get("/");
      assertThat(first.statusCode()).isEqualTo(403);
      assertThat(first.body()).contains("audit.engagement-expired", "Ask whoever gave it");
      // It logs out as well.
      assertThat(browser.get("/login").body()).contains("name=\"password\"");
    }

    @Test
    void anOpenSessionEndsWithIt() {
      String id = given(Duration.ofHours(-1), Duration.ofDays(1), EVERYTHING);
      var browser = Visitor.browser(port);
      browser.logIn(visitor, visitor);
      assertThat(browser.get("/incidents").statusCode()).isEqualTo(200);

      as("top-manager").post("/api/audit/engagements/" + id + "/end", Map.of("reason", "Done"));

      var refused = browser.get("/incidents");
      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(refused.body()).contains("audit.engagement-expired", "Ask whoever gave it");
      assertThat(browser.get("/incidents").statusCode()).isEqualTo(302);
    }

    @Test
    void withoutAnEngagementTheAccountHasNoRights() {
      assertThat(as(visitor).get("/api/ledger").status()).isEqualTo(403);
      assertThat(as(visitor).get("/api/incidents").status()).isEqualTo(403);
    }
  }

  @Nested
  class Giving {

    @Test
    void isForThoseWhomTheTableLets() {
      for (String account : List.of("agent", "auditor", "admin", "requester")) {
        assertThat(
                as(account)
                    .post(
                        "/api/audit/engagements",
                        engagement(Duration.ZERO, Duration.ofDays(1), EVERYTHING))
                    .status())
            .as(account)
            .isEqualTo(403);
      }
    }

    @Test
    void saysWhatIsWrong() {
      var manager = as("service-level-manager");
      var wrong = engagement(Duration.ofDays(1), Duration.ZERO, EVERYTHING);
      assertThat(manager.post("/api/audit/engagements", wrong).refusal())
          .isEqualTo("400 audit.bad-period");
      wrong = engagement(Duration.ZERO, Duration.ofDays(1), Map.of("services", List.of("unheard")));
      assertThat(manager.post("/api/audit/engagements", wrong).refusal())
          .isEqualTo("400 audit.unknown-scope");
      wrong = engagement(Duration.ZERO, Duration.ofDays(1), EVERYTHING);
      wrong.put("account", "nobody-of-that-name");
      assertThat(manager.post("/api/audit/engagements", wrong).refusal())
          .isEqualTo("400 audit.unknown-account");
      wrong.put("account", visitor);
      wrong.put("kind", "INTERNAL");
      assertThat(manager.post("/api/audit/engagements", wrong).refusal())
          .isEqualTo("400 audit.not-an-auditor");
      wrong.put("kind", "EXTERNAL");
      wrong.put("account", "agent");
      assertThat(manager.post("/api/audit/engagements", wrong).refusal())
          .isEqualTo("403 duties.conflict");
      wrong.put("account", "service-level-manager");
      assertThat(manager.post("/api/audit/engagements", wrong).refusal())
          .isEqualTo("403 audit.own-engagement");
    }

    @Test
    void everyChangeIsAFact() {
      String id = given(Duration.ofHours(-1), Duration.ofDays(1), EVERYTHING);
      var manager = as("top-manager");
      var changed =
          manager.post(
              "/api/audit/engagements/" + id + "/change",
              Map.of(
                  "from",
                  now.toString(),
                  "until",
                  now.plus(Duration.ofDays(3)).toString(),
                  "scope",
                  Map.of("practices", List.of("incident")),
                  "reason",
                  "Longer, and narrower"));
      assertThat(changed.status()).as(changed.text()).isEqualTo(200);
      manager.post("/api/audit/engagements/" + id + "/end", Map.of("reason", "Done"));

      var facts = as("auditor").get("/api/ledger?record=audit-engagement:" + id);
      assertThat(facts.body().path("items").findValuesAsText("what"))
          .containsExactly(
              "audit.engagementEnded", "audit.engagementChanged", "audit.engagementGiven");
      assertThat(facts.text()).contains("Longer, and narrower", "top-manager");
      assertThat(
              manager
                  .post("/api/audit/engagements/" + id + "/end", Map.of("reason", "Again"))
                  .refusal())
          .isEqualTo("409 audit.engagement-over");
    }

    @Test
    void whoeverWasEngagedNeverGetsARole() {
      passes(given(Duration.ofDays(-2), Duration.ofDays(1), EVERYTHING));
      var answer =
          Visitor.program(port, "admin")
              .send(
                  "PUT",
                  "/engine-rest/group/service-desk/members/" + visitor,
                  BodyPublishers.noBody());
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).contains("duties.conflict");
    }

    @Test
    void thePageGivesOneToo() {
      var browser = Visitor.browser(port);
      browser.logIn("top-manager", "top-manager");
      browser.form(
          "/audit-engagements",
          "/audit-engagements",
          Map.of(
              "account", visitor,
              "kind", "EXTERNAL",
              "until", java.time.LocalDate.now().plusDays(30).toString(),
              "purpose", "Everything",
              "practice", "incident"));
      assertThat(browser.get("/audit-engagements").body())
          .contains("The engagement is given.", visitor, "in force");
      assertThat(as(visitor).get("/api/incidents").status()).isEqualTo(200);
    }
  }

  @Nested
  class Accesses {

    @Test
    void eachIsAFactWithItsOutcome() {
      String north = incident("north-office");
      String south = incident("south-office");
      String id =
          given(
              Duration.ofHours(-1),
              Duration.ofDays(1),
              Map.of("customers", List.of("north-office")));
      as(visitor).incident(north);
      as(visitor).incident(south);
      as(visitor).get("/api/incidents?text=two%20words&page=0");
      as(visitor).get("/engine-rest/task?maxResults=1");
      as(visitor).act(north, "note", Map.of("text", "a secret of mine"));

      var log = as("top-manager").get("/api/audit/access?account=" + visitor);

      assertThat(log.status()).as(log.text()).isEqualTo(200);
      assertThat(log.body().path("items").findValuesAsText("address"))
          .containsExactly(
              "/api/records/" + north + "/actions/note",
              "/engine-rest/task?maxResults=1",
              "/api/incidents?text=two%20words&page=0",
              "/api/incidents/" + south,
              "/api/incidents/" + north);
      assertThat(log.body().path("items").findValuesAsText("status"))
          .containsExactly("403", "403", "200", "404", "200");
      assertThat(log.body().path("items").findValuesAsText("account")).containsOnly(visitor);
      assertThat(log.at("/items/0/engagements/0")).isEqualTo(id);
      assertThat(log.text()).doesNotContain("a secret of mine");
      assertThat(as("auditor").get("/api/ledger/verification").at("intact")).isEqualTo("true");
    }

    @Test
    void theAuditorReadsTheirOwnAndNobodyElses() {
      given(Duration.ofHours(-1), Duration.ofDays(1), EVERYTHING);
      as(visitor).get("/api/incidents");
      as("auditor").get("/api/incidents");
      assertThat(as(visitor).get("/api/audit/access").text()).contains("/api/incidents");
      assertThat(as(visitor).get("/api/audit/access?account=auditor").status()).isEqualTo(403);
      assertThat(as("agent").get("/api/audit/access?account=auditor").status()).isEqualTo(403);
      for (String other : List.of("requester", "supplier-1", "agent")) {
        assertThat(as(other).get("/api/audit/access").status()).as(other).isEqualTo(403);
        assertThat(as(other).get("/api/audit/engagements").status()).as(other).isEqualTo(403);
      }
    }

    @Test
    void theirOwnAreInTheMenuOfEachAuditor() {
      given(Duration.ofHours(-1), Duration.ofDays(1), EVERYTHING);
      for (String reader : List.of(visitor, "auditor", "top-manager")) {
        var browser = Visitor.browser(port);
        browser.logIn(reader, reader);
        assertThat(browser.get("/").body()).as(reader).contains("href=\"/audit-engagements\"");
        assertThat(browser.get("/audit-engagements").statusCode()).as(reader).isEqualTo(200);
      }
      var browser = Visitor.browser(port);
      browser.logIn("agent", "agent");
      assertThat(browser.get("/").body()).doesNotContain("/audit-engagements");
    }

    @Test
    void pagesAreRecordedAndAssetsAreNot() {
      given(Duration.ofHours(-1), Duration.ofDays(1), EVERYTHING);
      var browser = Visitor.browser(port);
      browser.logIn(visitor, visitor);
      browser.get("/incidents");
      browser.get("/assets/suite.css");
      var page = browser.get("/audit-access");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("GET /incidents").doesNotContain("GET /assets");
    }

    @Test
    void anInternalAuditorsEngineCallsAreRecorded() {
      as("auditor").get("/engine-rest/task/count");
      assertThat(as("top-manager").get("/api/audit/access?account=auditor&size=5").text())
          .contains("/engine-rest/task/count");
    }
  }
}
