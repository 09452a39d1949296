package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Many incidents at once, with a result for each. */
@DemoSuite
class BulkTest {

  private static final String ADDRESS = "/api/incidents/bulk";

  @LocalServerPort int port;
  private Program requester;
  private Program agent;
  private String first;
  private String second;

  @BeforeEach
  void twoIncidents() {
    requester = Program.of(port, "requester");
    agent = Program.of(port, "agent");
    first = reported(requester, report());
    second = reported(requester, report());
  }

  private Answer bulk(Program by, String action, List<String> numbers, String... more) {
    Map<String, Object> body = new HashMap<>(Map.of("action", action, "numbers", numbers));
    for (int i = 0; i < more.length; i += 2) {
      body.put(more[i], more[i + 1]);
    }
    return by.post(ADDRESS, body);
  }

  private static List<String> results(Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    var results = new ArrayList<String>();
    answer
        .body()
        .path("results")
        .forEach(
            one ->
                results.add(
                    one.path("number").asText()
                        + " "
                        + (one.path("done").asBoolean() ? "done" : one.path("key").asText())));
    return results;
  }

  @Nested
  class Assigning {

    @Test
    void takesEachAndAcknowledgesIt() {
      assertThat(results(bulk(agent, "assign", List.of(first, second))))
          .containsExactly(first + " done", second + " done");
      assertThat(agent.incident(second).at("assignee")).isEqualTo("agent");
      assertThat(agent.incident(second).at("/clocks/0/state")).isEqualTo("MET");
    }

    @Test
    void tellsForEachThatIsRefusedWhyAndDoesTheOthers() {
      agent.act(first, "take", Map.of());
      requester.act(second, "cancel", Map.of("reason", "It works again"));
      String third = reported(requester, report());

      var answer = bulk(agent, "assign", List.of(first, "INC-999999", second, third));
      assertThat(results(answer))
          .containsExactly(
              first + " incident.already-taken",
              "INC-999999 incident.not-found",
              second + " incident.not-open",
              third + " done");
      assertThat(answer.at("/results/0/detail")).isEqualTo(first + " is taken by agent already.");
      assertThat(answer.at("/results/3/detail")).isNull();
    }

    @Test
    void countsANumberThatStandsTwiceOnce() {
      assertThat(results(bulk(agent, "assign", List.of(first, first))))
          .containsExactly(first + " done");
    }
  }

  @Nested
  class HandingOver {

    @Test
    void movesEach() {
      assertThat(
              results(
                  bulk(
                      agent,
                      "hand-over",
                      List.of(first, second),
                      "group",
                      "third-level",
                      "reason",
                      "Yours")))
          .containsExactly(first + " done", second + " done");
      assertThat(agent.incident(first).at("group")).isEqualTo("third-level");
    }

    @Test
    void toNobodyIsRefusedAsAWhole() {
      var unknown = bulk(agent, "hand-over", List.of(first), "group", "no-such-group");
      assertThat(unknown.refusal()).isEqualTo("400 incident.unknown-group");
      assertThat(unknown.field()).isEqualTo("group");
      var missing = bulk(agent, "hand-over", List.of(first));
      assertThat(missing.refusal()).isEqualTo("400 request.missing");
      assertThat(agent.incident(first).at("group")).isEqualTo("service-desk");
    }
  }

  @Nested
  class Replying {

    @Test
    void withNothingToSeeIsRefusedAsAWhole() {
      var answer = bulk(agent, "reply", List.of(first), "text", "\u200b\u2800\u3164");
      assertThat(answer.refusal()).isEqualTo("400 request.missing");
      assertThat(answer.field()).isEqualTo("text");
    }

    @Test
    void writesToEachRequesterAndStopsTheResponseClock() {
      assertThat(results(bulk(agent, "reply", List.of(first, second), "text", "We look into it")))
          .containsExactly(first + " done", second + " done");
      assertThat(agent.incident(second).at("/clocks/0/state")).isEqualTo("MET");
      var seen = requester.get("/api/records/" + first + "/timeline").text();
      assertThat(seen).contains("We look into it");
    }

    @Test
    void toARecordThatIsNotThereIsToldForThatOneAlone() {
      assertThat(results(bulk(agent, "reply", List.of("INC-999999", first), "text", "Hello")))
          .containsExactly("INC-999999 incident.not-found", first + " done");
    }

    @Test
    void withNothingOrTooMuchIsRefusedAsAWhole() {
      assertThat(bulk(agent, "reply", List.of(first), "text", " \n ").refusal())
          .isEqualTo("400 request.missing");
      assertThat(bulk(agent, "reply", List.of(first), "text", "x".repeat(10_001)).refusal())
          .isEqualTo("400 request.too-long");
    }
  }

  @Nested
  class ARequestThatIsNotValid {

    @Test
    void withMoreThanAHundredIsRefused() {
      var numbers = IntStream.range(0, 101).mapToObj("INC-%06d"::formatted).toList();
      var answer = bulk(agent, "assign", numbers);
      assertThat(answer.refusal()).isEqualTo("400 incident.too-many");
      assertThat(answer.field()).isEqualTo("numbers");
    }

    @Test
    void withNoneIsRefused() {
      assertThat(bulk(agent, "assign", List.of()).refusal()).isEqualTo("400 request.missing");
      assertThat(agent.post(ADDRESS, Map.of("action", "assign")).field()).isEqualTo("numbers");
      var blank = bulk(agent, "assign", List.of(first, " "));
      assertThat(blank.refusal()).isEqualTo("400 request.missing");
      assertThat(blank.field()).isEqualTo("numbers[1]");
      assertThat(agent.incident(first).at("assignee")).isNull();
    }

    @Test
    void withAnActionThatIsNoneIsRefused() {
      var answer = bulk(agent, "close", List.of(first));
      assertThat(answer.refusal()).isEqualTo("400 incident.unknown-action");
      assertThat(answer.field()).isEqualTo("action");
    }

    @Test
    void withAFieldThatIsNoneIsRefused() {
      assertThat(bulk(agent, "assign", List.of(first), "grup", "x").status()).isEqualTo(400);
    }

    @Test
    void byARequesterIsRefused() {
      assertThat(bulk(requester, "reply", List.of(first), "text", "Hello").refusal())
          .isEqualTo("403 login.forbidden");
    }
  }

  @Nested
  class OnTheList {

    private Visitor browser;

    @BeforeEach
    void anAgentLooks() {
      browser = Visitor.browser(port);
      browser.logIn("agent", "agent");
    }

    private String chosen(String... numbers) {
      return String.join(",", numbers);
    }

    @Test
    void eachCanBeChosenAndAssigned() {
      String list = "/incidents?text=" + first;
      assertThat(browser.get(list).body())
          .contains(
              "aria-label=\"Choose " + first + "\"", "Assign to me", "Hand over", "Send the reply");
      var sent =
          browser.form(
              list,
              "/incidents/bulk",
              Map.of("action", "assign", "numbers", chosen(first), "list", "text=" + first));
      assertThat(sent.statusCode()).isEqualTo(302);
      assertThat(sent.headers().firstValue("Location").orElseThrow())
          .endsWith("/incidents?text=" + first);
      assertThat(browser.get(list).body()).contains("Done for 1 of 1.").doesNotContain("Not done");
      assertThat(agent.incident(first).at("assignee")).isEqualTo("agent");
    }

    @Test
    void whatIsRefusedIsToldForEach() {
      requester.act(second, "cancel", Map.of("reason", "It works again"));
      browser.form(
          "/incidents",
          "/incidents/bulk",
          Map.of("action", "assign", "numbers", chosen(first, second)));
      assertThat(browser.get("/incidents").body())
          .contains("Done for 1 of 2.", "Not done", "incident.not-open");
    }

    @Test
    void choosingNoneIsTold() {
      browser.form("/incidents", "/incidents/bulk", Map.of("action", "assign"));
      assertThat(browser.get("/incidents").body())
          .contains("At least one incident has to be chosen.");
    }

    @Test
    void whatWasWrittenComesBackWhenAllOfItIsRefused() {
      String list = "/incidents?text=" + first;
      browser.form(
          list,
          "/incidents/bulk",
          Map.of(
              "action",
              "hand-over",
              "numbers",
              first,
              "reason",
              "They <know> it",
              "list",
              "text=" + first));
      assertThat(browser.get(list).body())
          .contains("group", "They &lt;know&gt; it", "<details open", "checked=\"checked\"");
    }

    @Test
    void theWayBackLeadsToTheListOnly() {
      var sent =
          browser.form(
              "/incidents",
              "/incidents/bulk",
              Map.of("action", "assign", "list", "x\r\nSet-Cookie: a=b//{evil}"));
      assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith("/incidents");
    }

    @Test
    void aRequesterChoosesNothing() {
      var outside = Visitor.browser(port);
      outside.logIn("requester", "requester");
      assertThat(outside.get("/incidents?text=" + first).body())
          .contains(first)
          .doesNotContain("Assign to me", "type=\"checkbox\"");
    }
  }
}
