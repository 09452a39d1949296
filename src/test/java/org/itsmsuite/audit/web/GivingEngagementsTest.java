package org.itsmsuite.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Engagements are given, changed and ended: what is taken, what is refused, and what is told. */
@DemoSuite
class GivingEngagementsTest {

  private static final String PAGE = "/audit-engagements";
  private static final String API = "/api/audit/engagements";
  private static final Map<String, ?> EVERYTHING = Map.of("everything", true);
  private static final String BEFORE_IT = LocalDate.now().plusDays(300).toString();
  private static final String IN_A_YEAR = LocalDate.now().plusDays(365).toString();
  private static final String AFTER_IT = LocalDate.now().plusDays(400).toString();
  private static final Map<String, ?> INCIDENTS = Map.of("practices", List.of("incident"));

  @LocalServerPort int port;
  @Autowired IdentityService identity;
  @Autowired JdbcClient jdbc;
  private final String visitor = "auditor-" + UUID.randomUUID().toString().substring(0, 8);
  private final Instant now = Instant.now();
  private Program manager;

  @BeforeEach
  void anAccountInNoGroup() {
    TestAccounts.create(identity, visitor);
    manager = Program.of(port, "top-manager");
  }

  @AfterEach
  void theAccountGoes() {
    identity.deleteUser(visitor);
  }

  private String in(int days) {
    return now.plus(Duration.ofDays(days)).toString();
  }

  private Map<String, Object> engagement(int from, int until, Map<String, ?> scope) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("account", visitor);
    wanted.put("kind", "EXTERNAL");
    wanted.put("from", in(from));
    wanted.put("until", in(until));
    wanted.put("scope", scope);
    wanted.put("purpose", "Yearly audit");
    return wanted;
  }

  private Answer give(int from, int until, Map<String, ?> scope) {
    return manager.post(API, engagement(from, until, scope));
  }

  private String given(int from, int until) {
    Answer answer = give(from, until, INCIDENTS);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.at("id");
  }

  private Answer change(String id, Map<String, ?> to) {
    Map<String, Object> all = new HashMap<>(to);
    all.put("reason", "It takes longer");
    return manager.post(API + "/" + id + "/change", all);
  }

  private Answer end(String id) {
    return manager.post(API + "/" + id + "/end", Map.of("reason", "Done"));
  }

  private long kept() {
    return jdbc.sql("select count(*) from itsm.audit_engagement where account = ?")
        .param(visitor)
        .query(Long.class)
        .single();
  }

  private void itIsOver(String id) {
    jdbc.sql(
            "update itsm.audit_engagement set valid_from = timestamp with time zone"
                + " '2020-01-01 00:00:00+00:00', valid_until = timestamp with time zone"
                + " '2020-02-01 00:00:00+00:00' where id = ?")
        .param(Long.valueOf(id))
        .update();
  }

  private List<String> facts(String id) {
    return Program.of(port, "auditor")
        .get("/api/ledger?record=audit-engagement:" + id)
        .body()
        .path("items")
        .findValuesAsText("what");
  }

  @Nested
  class APeriod {

    @Test
    void thatIsOverAlreadyIsRefused() {
      Answer answer = give(-10, -1, INCIDENTS);
      assertThat(answer.refusal()).isEqualTo("400 audit.period-over");
      assertThat(answer.field()).isEqualTo("until");
      assertThat(kept()).isZero();
    }

    @Test
    void thatEndsFarAheadIsRefusedWithTheLimit() {
      assertThat(give(1, 730, INCIDENTS).status()).isEqualTo(201);
      Answer answer = give(800, 900, INCIDENTS);
      assertThat(answer.refusal()).isEqualTo("400 audit.period-too-long");
      assertThat(answer.field()).isEqualTo("until");
      assertThat(answer.text()).contains("within 731 days");
      assertThat(kept()).isEqualTo(1);
    }

    @Test
    void isNotChangedToEndFarAhead() {
      String id = given(1, 10);
      assertThat(change(id, Map.of("until", in(800))).refusal())
          .isEqualTo("400 audit.period-too-long");
    }

    @Test
    void thatHasBegunMayBeGiven() {
      assertThat(give(-10, 1, INCIDENTS).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"10,20", "5,11", "19,30", "12,13", "1,40"})
    void thatOverlapsAnotherOfTheSameAuditorIsRefusedWithItsPlace(int from, int until) {
      String id = given(10, 20);
      Answer answer = give(from, until, EVERYTHING);
      assertThat(answer.refusal()).isEqualTo("409 audit.overlaps");
      assertThat(answer.text()).contains("no. " + id, in(10).substring(0, 10));
      assertThat(kept()).isEqualTo(1);
    }

    @Test
    void thatBeginsWhenTheOtherEndsIsFine() {
      given(10, 20);
      assertThat(give(20, 30, INCIDENTS).status()).isEqualTo(201);
      assertThat(give(5, 10, INCIDENTS).status()).isEqualTo(201);
    }

    @Test
    void ofOneThatWasEndedIsFree() {
      String id = given(-1, 20);
      assertThat(end(id).status()).isEqualTo(200);
      assertThat(give(1, 20, INCIDENTS).status()).isEqualTo(201);
    }

    @Test
    void ofAnotherAuditorDoesNotMatter() {
      given(10, 20);
      var wanted = engagement(10, 20, Map.of());
      wanted.put("account", "auditor");
      wanted.put("kind", "INTERNAL");
      Answer other = manager.post(API, wanted);
      assertThat(other.status()).as(other.text()).isEqualTo(201);
      end(other.at("id"));
      jdbc.sql("delete from itsm.audit_engagement where account = 'auditor'").update();
    }
  }

  @Nested
  class AScope {

    @Test
    void isNeededByAnAuditorFromOutside() {
      for (Map<String, ?> none : List.of(Map.<String, Object>of(), Map.of("everything", false))) {
        Answer answer = give(0, 10, none);
        assertThat(answer.refusal()).isEqualTo("400 audit.scope-needed");
        assertThat(answer.field()).isEqualTo("scope");
      }
      assertThat(kept()).isZero();
    }

    @Test
    void isEverythingIfOneSaysSo() {
      Answer answer = give(0, 10, EVERYTHING);
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.at("/scope/everything")).isEqualTo("true");
      assertThat(
              Program.of(port, "auditor")
                  .get("/api/ledger?record=audit-engagement:" + answer.at("id"))
                  .text())
          .contains("everything");
    }

    @Test
    void isNotEverythingAndAPartOfIt() {
      Map<String, Object> both = new HashMap<>(INCIDENTS);
      both.put("everything", true);
      assertThat(give(0, 10, both).refusal()).isEqualTo("400 audit.scope-contradicts");
      assertThat(kept()).isZero();
    }

    @Test
    void namesWhatThereIs() {
      Answer answer = give(0, 10, Map.of("services", List.of("x".repeat(500))));
      assertThat(answer.refusal()).isEqualTo("400 audit.unknown-scope");
      assertThat(answer.text()).hasSizeLessThan(1500);
    }
  }

  @Nested
  class AChange {

    @Test
    void setsPeriodAndScopeAndIsAFact() {
      String id = given(1, 10);
      Answer changed = change(id, Map.of("from", in(2), "until", in(30), "scope", EVERYTHING));
      assertThat(changed.status()).as(changed.text()).isEqualTo(200);
      assertThat(changed.at("/scope/everything")).isEqualTo("true");
      assertThat(Instant.parse(changed.at("until"))).isAfter(now.plus(Duration.ofDays(29)));
      assertThat(facts(id)).containsExactly("audit.engagementChanged", "audit.engagementGiven");
    }

    @Test
    void leavesAloneWhatItDoesNotName() {
      String id = given(1, 10);
      Answer changed = change(id, Map.of("until", in(30)));
      assertThat(changed.at("/scope/practices/0")).as(changed.text()).isEqualTo("incident");
      assertThat(Instant.parse(changed.at("from"))).isBefore(now.plus(Duration.ofDays(2)));
    }

    @Test
    void isHeldToTheSameRules() {
      String id = given(1, 10);
      String next = given(10, 20);
      assertThat(change(id, Map.of("until", in(-1))).refusal()).isEqualTo("400 audit.bad-period");
      assertThat(change(id, Map.of("from", in(-9), "until", in(-1))).refusal())
          .isEqualTo("400 audit.period-over");
      assertThat(change(id, Map.of("until", in(11))).refusal()).isEqualTo("409 audit.overlaps");
      assertThat(change(id, Map.of("scope", Map.of())).refusal())
          .isEqualTo("400 audit.scope-needed");
      assertThat(facts(id)).containsExactly("audit.engagementGiven");
      assertThat(end(next).status()).isEqualTo(200);
    }

    @Test
    void isNotMadeToOneThatIsOver() {
      String id = given(-1, 10);
      itIsOver(id);
      assertThat(change(id, Map.of("until", in(10))).refusal())
          .isEqualTo("409 audit.engagement-over");
      assertThat(end(id).refusal()).isEqualTo("409 audit.engagement-over");
    }

    @Test
    void needsAReasonAndSomebodyWhoMay() {
      String id = given(1, 10);
      assertThat(manager.post(API + "/" + id + "/change", Map.of("until", in(20))).field())
          .isEqualTo("reason");
      Map<String, Object> all = Map.of("until", in(20), "reason", "x");
      for (String other : List.of("agent", "auditor", "admin")) {
        assertThat(Program.of(port, other).post(API + "/" + id + "/change", all).status())
            .as(other)
            .isEqualTo(403);
      }
      assertThat(manager.post(API + "/999999/change", all).refusal())
          .isEqualTo("404 audit.unknown-engagement");
    }
  }

  @Nested
  class OnThePage {

    private final Visitor browser = Visitor.browser(port);

    @BeforeEach
    void theManagerLogsIn() {
      browser.logIn("top-manager", "top-manager");
    }

    private Map<String, String> filledIn(String... others) {
      Map<String, String> fields = new LinkedHashMap<>();
      fields.put("account", visitor);
      fields.put("kind", "EXTERNAL");
      fields.put("from", IN_A_YEAR);
      fields.put("until", AFTER_IT);
      fields.put("practice", "incident");
      fields.put("purpose", "Yearly audit <for us>");
      for (int i = 0; i < others.length; i += 2) {
        fields.put(others[i], others[i + 1]);
      }
      return fields;
    }

    private void isRefused(HttpResponse<String> answer, String key, String words) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      assertThat(answer.body())
          .contains("That was not done", key, words)
          .contains("Yearly audit &lt;for us&gt;")
          .contains("value=\"" + visitor + "\"")
          .contains("value=\"" + IN_A_YEAR + "\"")
          .containsPattern("value=\"EXTERNAL\"\\s+selected")
          .containsPattern("value=\"incident\"\\s+selected");
    }

    @Test
    void oneIsGivenOnceHoweverOftenTheButtonIsClicked() {
      var fields = filledIn("idempotencyKey", UUID.randomUUID().toString());
      browser.form(PAGE, fields);
      browser.form(PAGE, fields);
      assertThat(browser.get(PAGE).body()).contains("The engagement is given.", visitor);
      assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsToldOnTheSamePageWithWhatWasEntered() {
      isRefused(browser.form(PAGE, filledIn("until", "")), "request.missing", "It is required.");
      isRefused(browser.form(PAGE, filledIn("until", "soon")), "request.unreadable-time", "Until");
      isRefused(browser.form(PAGE, filledIn("until", BEFORE_IT)), "audit.bad-period", "after");
      isRefused(
          browser.form(PAGE, filledIn("recordsFrom", "2020-02-01", "recordsUntil", "2020-01-01")),
          "audit.bad-period",
          "after");
      isRefused(
          browser.form(PAGE, filledIn("everything", "true")), "audit.scope-contradicts", "both");
      assertThat(kept()).isZero();
    }

    @Test
    void anUnknownAccountIsToldThereToo() {
      for (String name : List.of("nobody-here", "", "x".repeat(300), "a\u0001b")) {
        var answer = browser.form(PAGE, filledIn("account", name));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("That was not done", "Yearly audit &lt;for us&gt;");
      }
    }

    @Test
    void anOverlapNamesTheOther() {
      String id = given(1, 10);
      var answer = browser.form(PAGE, filledIn("from", "", "until", AFTER_IT));
      assertThat(answer.body()).contains("audit.overlaps", "no. " + id);
      assertThat(kept()).isEqualTo(1);
    }

    @Test
    void oneIsChanged() {
      String id = given(1, 10);
      var page = browser.get(PAGE).body();
      assertThat(page).contains("/audit-engagements/" + id + "/change");

      browser.form(
          PAGE,
          PAGE + "/" + id + "/change",
          Map.of("until", AFTER_IT, "everything", "true", "reason", "All of it"));

      assertThat(browser.get(PAGE).body()).contains("The engagement is changed.", "everything");
      assertThat(facts(id)).containsExactly("audit.engagementChanged", "audit.engagementGiven");
      assertThat(
              jdbc.sql("select count(*) from itsm.audit_engagement_scope where engagement_id = ?")
                  .param(Long.valueOf(id))
                  .query(Long.class)
                  .single())
          .isZero();
    }

    @Test
    void aChangeThatIsRefusedKeepsWhatWasEntered() {
      String id = given(1, 10);
      var answer =
          browser.form(
              PAGE,
              PAGE + "/" + id + "/change",
              Map.of("until", "2001-01-01", "practice", "incident", "reason", "Shorter & done"));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body())
          .contains("That was not done", "audit.bad-period", "Shorter &amp; done")
          .contains("href=\"#until-" + id + "\"");
      assertThat(facts(id)).containsExactly("audit.engagementGiven");
    }

    @Test
    void oneIsEndedOnceAndWithAReason() {
      String id = given(-1, 10);
      var answer = browser.form(PAGE, PAGE + "/" + id + "/end", Map.of("reason", " "));
      assertThat(answer.body())
          .contains("That was not done", "request.missing", "href=\"#end-" + id + "\"");

      browser.form(PAGE, PAGE + "/" + id + "/end", Map.of("reason", "Done"));
      assertThat(browser.get(PAGE).body()).contains("The engagement has ended.");

      answer = browser.form(PAGE, PAGE + "/" + id + "/end", Map.of("reason", "Once more"));
      assertThat(answer.body()).contains("That was not done", "audit.engagement-over");
      assertThat(facts(id)).containsExactly("audit.engagementEnded", "audit.engagementGiven");
    }

    @Test
    void aTimeThatCannotBeReadIsToldBesideTheAccesses() {
      var answer = browser.get("/audit-access?account=auditor&from=soon");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("2026-04-27T09:00:00Z", "value=\"soon\"");
    }
  }
}
