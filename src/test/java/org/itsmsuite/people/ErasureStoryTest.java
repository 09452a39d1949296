package org.itsmsuite.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.deputy.web.Colleagues.triage;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.deputy.web.Colleagues;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Reports;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody is gone and wants to be forgotten; what they did stays provable. */
@DemoSuite
class ErasureStoryTest {

  private static int people;

  private final int port;
  private final JdbcClient jdbc;
  private final Colleagues staff;
  private final Program admin;
  private final Program topManager;
  private String who;
  private String number;

  ErasureStoryTest(
      @LocalServerPort int port, @Autowired ProcessEngine engine, @Autowired JdbcClient jdbc) {
    this.port = port;
    this.jdbc = jdbc;
    this.staff = new Colleagues(port, engine);
    this.admin = staff.as("admin");
    this.topManager = staff.as("top-manager");
  }

  /** Who has reported one incident, taken and triaged another, said things, and been told some. */
  @BeforeEach
  void somebodyHasWorkedHere() {
    who = "forgettable-" + ++people;
    Program person = staff.join(who, "service-desk");
    String own = Reports.reported(person, Reports.report("title", "My own screen"));
    assertThat(person.act(own, "cancel", Map.of("reason", "It works again")).status())
        .isEqualTo(200);
    number = staff.reported();
    staff.claims(who, number);
    assertThat(staff.completes(who, number, triage()).status()).isEqualTo(204);
    assertThat(
            person
                .post(
                    "/api/records/" + number + "/messages",
                    Map.of("text", "We are on it", "visibility", "REQUESTER"))
                .status())
        .isEqualTo(201);
    person.post(
        "/api/absences",
        Map.of(
            "from",
            LocalDate.now().plusDays(100) + "T00:00:00Z",
            "until",
            LocalDate.now().plusDays(101) + "T00:00:00Z",
            "deputy",
            "agent",
            "reason",
            "In the mountains"));
  }

  private Answer asks(Program by, Map<String, ?> body) {
    return by.post("/api/people/" + who + "/erasure", body);
  }

  private Answer asked() {
    Answer answer = asks(admin, Map.of("dryRun", false, "reason", "Asked for it"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    return answer;
  }

  private Answer approved(Program by) {
    return by.post("/api/people/" + who + "/erasure/approval", "{}");
  }

  private String erased() {
    staff.leave(who);
    asked();
    Answer answer = approved(topManager);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.at("pseudonym");
  }

  private JsonNode fact(String what) {
    return StreamSupport.stream(staff.timeline(number).spliterator(), false)
        .filter(one -> one.path("what").asText().equals(what))
        .findFirst()
        .orElseThrow();
  }

  /** Every text of every table that contains the name. */
  private List<String> placesWithTheName() {
    List<String> places = new ArrayList<>();
    jdbc.sql(
            """
            select table_schema, table_name, column_name from information_schema.columns
            where table_schema in ('PUBLIC', 'ITSM') and data_type like 'CHARACTER%'
            """)
        .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3)))
        .list()
        .forEach(
            column -> {
              long count =
                  jdbc.sql(
                          "select count(*) from %s.\"%s\" where \"%s\" like ?"
                              .formatted(column.get(0), column.get(1), column.get(2)))
                      .param("%" + who + "%")
                      .query(Long.class)
                      .single();
              if (count > 0) {
                places.add(column.get(1) + "." + column.get(2) + ": " + count);
              }
            });
    return places;
  }

  @Nested
  class ADryRun {

    @Test
    void countsAndChangesNothing() {
      staff.leave(who);
      List<String> before = placesWithTheName();
      Answer plan = asks(admin, Map.of("otherNames", List.of("own screen")));

      assertThat(plan.status()).as(plan.text()).isEqualTo(200);
      assertThat(plan.body().at("/hasAccount").asBoolean()).isFalse();
      assertThat(plan.body().at("/unfinished")).isEmpty();
      assertThat(plan.body().at("/possible").asBoolean()).isTrue();
      assertThat(plan.text())
          .contains("incidents: requester", "messages: author", "engine history: task of")
          .contains("incidents: title")
          .doesNotContain("ledger: /actor");
      assertThat(plan.body().at("/ledgerValues").asLong()).isGreaterThan(5);
      assertThat(plan.body().at("/unerasable").asLong()).isZero();
      assertThat(placesWithTheName()).isEqualTo(before);
    }

    @Test
    void isForFewOnly() {
      assertThat(asks(staff.as("agent"), Map.of()).status()).isEqualTo(403);
    }
  }

  @Nested
  class Refused {

    @Test
    void whileThereIsAnAccount() {
      assertThat(asks(admin, Map.of("dryRun", false, "reason", "Asked for it")).refusal())
          .isEqualTo("409 erasure.account-exists");
    }

    @Test
    void whileTheirRecordsAreOpen() {
      Reports.reported(staff.as(who), Reports.report());
      staff.leave(who);
      assertThat(asks(admin, Map.of("dryRun", false, "reason", "Asked for it")).refusal())
          .isEqualTo("409 erasure.unfinished-work");
    }

    @Test
    void withoutAReason() {
      staff.leave(who);
      assertThat(asks(admin, Map.of("dryRun", false)).field()).isEqualTo("reason");
    }

    @Test
    void toWhoeverAskedForIt() {
      staff.leave(who);
      asked();
      assertThat(approved(admin).refusal()).isEqualTo("403 duties.conflict");
      assertThat(placesWithTheName()).isNotEmpty();
    }

    @Test
    void whenNobodyAskedForIt() {
      staff.leave(who);
      assertThat(approved(topManager).refusal()).isEqualTo("404 erasure.not-requested");
    }

    @Test
    void forTheSuiteItself() {
      assertThat(admin.post("/api/people/system/erasure", "{}").refusal())
          .isEqualTo("400 erasure.no-person");
    }
  }

  @Nested
  class Done {

    @Test
    void leavesTheNameNowhereInTheDatabase() {
      erased();
      assertThat(placesWithTheName()).isEmpty();
    }

    @Test
    void leavesTheLedgerIntactAndSaysHowMuchWasErased() {
      long before = verification().at("/erasedValues").asLong();
      erased();
      assertThat(verification().at("/intact").asBoolean()).isTrue();
      assertThat(verification().at("/erasedValues").asLong()).isGreaterThan(before + 5);
    }

    private JsonNode verification() {
      return staff.as("auditor").get("/api/ledger/verification").body();
    }

    @Test
    void showsOnePseudonymWhereverTheyWere() {
      String pseudonym = erased();

      assertThat(pseudonym).matches("former-user-[0-9a-f]{8}");
      assertThat(fact("incident.triaged").path("actor").asText()).isEqualTo(pseudonym);
      assertThat(fact("incident.taken").at("/after/assignee").asText()).isEqualTo(pseudonym);
      assertThat(
              staff
                      .as("auditor")
                      .get("/api/ledger?actor=" + pseudonym)
                      .body()
                      .path("total")
                      .asLong()
                  + staff
                      .as("auditor")
                      .get("/api/ledger?actor=" + pseudonym)
                      .body()
                      .at("/page/totalElements")
                      .asLong())
          .isPositive();
      var browser = Visitor.browser(port);
      browser.logIn("agent", "agent");
      assertThat(browser.get("/incidents/" + number).body()).contains(pseudonym);
    }

    @Test
    void tellsTwoPeopleApart() {
      String one = erased();
      somebodyHasWorkedHere();
      assertThat(erased()).isNotEqualTo(one);
    }

    @Test
    void isAFactWithoutTheName() {
      String pseudonym = erased();
      Answer facts = staff.as("auditor").get("/api/ledger?size=50");
      assertThat(facts.text()).contains("person.erased", pseudonym).doesNotContain(who);
    }

    @Test
    void isTooLateASecondTime() {
      erased();
      assertThat(asks(admin, Map.of()).body().at("/possible").asBoolean()).isFalse();
      assertThat(asks(admin, Map.of("dryRun", false, "reason", "Again")).refusal())
          .isEqualTo("404 erasure.nothing-to-erase");
    }
  }

  /** The addresses that somebody asked for are evidence, too, and name people. */
  @Nested
  class WhomAnAuditorAskedAbout {

    private final List<String> asked =
        List.of(
            "/api/people/%s",
            "/api/ledger?size=1&actor=%s",
            "/engine-rest/task?assigneeIn=agent,%s&maxResults=1",
            "/engine-rest/user/%s/profile",
            "/engine-rest/task?processVariables=requester_eq_%s",
            "/api/records/user:%s/timeline",
            "/api/competences?account=%s&x=1%%20%%2B");

    private String spelledOtherwise() {
      return who.replace("-", "%2D").toUpperCase(java.util.Locale.ROOT);
    }

    @BeforeEach
    void theAuditorLooks() {
      Program auditor = staff.as("auditor");
      asked.forEach(address -> auditor.get(address.formatted(who)));
      auditor.get("/api/ledger?size=1&actor=" + spelledOtherwise());
      auditor.get("/api/incidents?text=x%26" + who + "%20and%20others");
    }

    private List<String> looked() {
      return staff
          .as("top-manager")
          .get("/api/audit/access?account=auditor&size=20")
          .body()
          .path("items")
          .findValuesAsText("address");
    }

    @Test
    void isNotNamedThereAnyMore() {
      assertThat(looked()).anyMatch(address -> address.contains(who));
      String pseudonym = erased();

      assertThat(looked())
          .containsAll(asked.stream().map(address -> address.formatted(pseudonym)).toList())
          .contains("/api/ledger?size=1&actor=" + pseudonym)
          .noneMatch(address -> address.contains(spelledOtherwise()));
      assertThat(staff.as("auditor").get("/api/ledger/verification").at("intact"))
          .isEqualTo("true");
    }

    @Test
    void freeTextIsListedForAPersonToRead() {
      staff.leave(who);
      assertThat(asks(admin, Map.of()).text()).contains("ledger: /after/address");
      erased();
      assertThat(placesWithTheName()).containsExactly("LEDGER_VALUE.CONTENT: 1");
    }

    @Test
    void isCountedInTheDryRun() {
      staff.leave(who);
      long all = asks(admin, Map.of()).body().at("/ledgerValues").asLong();
      staff.as("auditor").get("/api/people/" + who);
      assertThat(asks(admin, Map.of()).body().at("/ledgerValues").asLong()).isEqualTo(all + 1);
    }
  }

  @Nested
  class OnThePage {

    @Test
    void oneReadsThatNobodyIsNamedLikeThat() {
      var browser = Visitor.browser(port);
      browser.logIn("admin", "admin");
      assertThat(browser.get("/people/erasure?account=never-was-here").body())
          .contains("Nobody of this name is named anywhere.")
          .doesNotContain("Ask for it");
    }

    @Test
    void oneLooksAsksAndSomebodyElseApproves() {
      staff.leave(who);
      var first = Visitor.browser(port);
      first.logIn("admin", "admin");
      assertThat(first.get("/people/erasure?account=" + who).body())
          .contains("incidents: requester", "Ask for it");
      first.form("/people/erasure", Map.of("account", who, "reason", "Asked for it"));
      assertThat(first.get("/people/erasure").body())
          .contains("Take back")
          .doesNotContain("Approve and erase<span class=\"visually-hidden\"> " + who);

      var second = Visitor.browser(port);
      second.logIn("top-manager", "top-manager");
      second.form("/people/erasure", "/people/erasure/approve", Map.of("account", who));
      assertThat(second.get("/people/erasure").body()).contains("former-user-");
      assertThat(placesWithTheName()).isEmpty();
    }

    private final Visitor browser = Visitor.browser(port);

    @Test
    void oneHearsThereWhatIsWrongAndKeepsWhatWasEntered() {
      browser.logIn("admin", "admin");
      for (String wrong :
          List.of(
              "account=" + "x".repeat(300), "account=a%01b", "account=system", "account=" + who)) {
        var answer = browser.get("/people/erasure?" + wrong + "&otherNames=Good%20Name");
        assertThat(answer.statusCode()).as(wrong).isEqualTo(200);
        assertThat(answer.body()).contains("Good Name</textarea>").doesNotContain("Ask for it");
      }
      assertThat(browser.get("/people/erasure?account=" + who + "&otherNames=ab").body())
          .contains("That was not done", "erasure.name-too-short");
      assertThat(browser.get("/people/erasure?account=system").body())
          .contains("That was not done", "erasure.no-person");
    }

    @Test
    void oneIsToldWhatIsMissingWhenAsking() {
      staff.leave(who);
      browser.logIn("admin", "admin");
      for (String reason : List.of("", "x".repeat(2001), "a\u0001b")) {
        var answer =
            browser.form(
                "/people/erasure",
                Map.of("account", who, "reason", reason, "otherNames", "own screen"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
            .contains("That was not done", "href=\"#reason\"", "Ask for it", "own screen");
      }
      assertThat(approved(topManager).refusal()).isEqualTo("404 erasure.not-requested");
    }

    @Test
    void askingApprovingOrTakingBackTwiceIsToldThere() {
      staff.leave(who);
      browser.logIn("admin", "admin");
      var asking = Map.of("account", who, "reason", "Asked for it");
      assertThat(browser.form("/people/erasure", asking).statusCode()).isEqualTo(302);
      assertThat(browser.form("/people/erasure", asking).body())
          .contains("That was not done", "erasure.requested-already");

      browser.form("/people/erasure", "/people/erasure/approve", Map.of("account", who));
      assertThat(browser.get("/people/erasure").body())
          .contains("That was not done", "duties.conflict");
      browser.form("/people/erasure", "/people/erasure/withdraw", Map.of("account", who));
      browser.form("/people/erasure", "/people/erasure/withdraw", Map.of("account", who));
      assertThat(browser.get("/people/erasure").body())
          .contains("That was not done", "erasure.not-requested");
    }
  }
}
