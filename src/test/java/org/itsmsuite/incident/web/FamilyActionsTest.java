package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Linking and taking, by the API and on the page. */
@DemoSuite
class FamilyActionsTest {

  @LocalServerPort int port;
  @Autowired private ProcessEngine engine;
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

  private Answer link(String number, String type, String other) {
    return agent.act(number, "link", Map.of("type", type, "number", other));
  }

  private static List<String> links(Answer record) {
    var links = new ArrayList<String>();
    record
        .body()
        .path("links")
        .forEach(
            link -> links.add(link.path("type").asText() + " " + link.path("number").asText()));
    return links;
  }

  @Nested
  class Linking {

    @Test
    void makesAChildThatBothShow() {
      var answer = link(second, "CHILD_OF", first);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(links(answer)).containsExactly("CHILD_OF " + first);
      assertThat(links(agent.incident(first))).containsExactly("PARENT_OF " + second);
    }

    @Test
    void canBeTakenBackByTheOtherSide() {
      link(second, "CHILD_OF", first);
      var answer =
          agent.act(
              first, "unlink", Map.of("type", "PARENT_OF", "number", second, "reason", "Wrong"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(links(agent.incident(second))).isEmpty();
    }

    @Test
    void canBeTakenBackWithoutSayingWhichWhereThereIsOnlyOne() {
      link(second, "RELATED_TO", first);
      var answer = agent.act(first, "unlink", Map.of("number", second, "reason", "Wrong"));
      assertThat(links(answer)).isEmpty();
    }

    @Test
    void needsToSayWhichWhereThereAreTwo() {
      link(second, "RELATED_TO", first);
      link(second, "CHILD_OF", first);
      var answer = agent.act(first, "unlink", Map.of("number", second, "reason", "Wrong"));
      assertThat(answer.refusal()).isEqualTo("400 request.missing");
      assertThat(answer.field()).isEqualTo("type");
    }

    @Test
    void needsAReasonToBeTakenBack() {
      link(second, "RELATED_TO", first);
      var answer = agent.act(first, "unlink", Map.of("number", second));
      assertThat(answer.refusal()).isEqualTo("400 request.missing");
      assertThat(answer.field()).isEqualTo("reason");
    }

    @Test
    void inACircleIsRefused() {
      link(second, "CHILD_OF", first);
      assertThat(link(first, "CHILD_OF", second).refusal()).isEqualTo("409 incident.family-cycle");
      assertThat(links(agent.incident(first))).containsExactly("PARENT_OF " + second);
    }

    @Test
    void toAParentThatIsDoneIsRefused() {
      requester.act(first, "cancel", Map.of("reason", "It works again"));
      assertThat(link(second, "CHILD_OF", first).refusal()).isEqualTo("409 incident.parent-closed");
    }

    @Test
    void ofOneThatIsDoneIsRefused() {
      requester.act(second, "cancel", Map.of("reason", "It works again"));
      assertThat(link(second, "CHILD_OF", first).refusal()).isEqualTo("409 incident.not-open");
    }

    @Test
    void toASecondParentIsRefused() {
      link(second, "CHILD_OF", first);
      assertThat(link(second, "CHILD_OF", reported(requester, report())).refusal())
          .isEqualTo("409 incident.has-parent");
    }

    @ParameterizedTest
    @CsvSource({
      "CHILD_OF, INC-999999, 400 incident.unknown-other, number",
      "CHILD_OF, ../../x, 400 incident.unknown-other, number",
      "CHILD_OF, '', 400 request.missing, number",
      "COUSIN_OF, INC-999999, 400 incident.unknown-type, type",
      "'', INC-999999, 400 request.missing, type"
    })
    void toNothingIsRefused(String type, String other, String refusal, String field) {
      var answer = link(first, type, other);
      assertThat(answer.refusal()).as(answer.text()).isEqualTo(refusal);
      assertThat(answer.field()).isEqualTo(field);
    }

    @Test
    void toItselfOrAsADuplicateIsRefused() {
      assertThat(link(first, "CHILD_OF", first).refusal()).isEqualTo("400 incident.link-to-itself");
      assertThat(link(first, "DUPLICATE_OF", second).refusal())
          .isEqualTo("400 incident.not-a-link");
    }

    @Test
    void isNotTheRequesters() {
      assertThat(
              requester.act(first, "link", Map.of("type", "CHILD_OF", "number", second)).refusal())
          .isEqualTo("403 incident.action-not-allowed");
    }

    @Test
    void takingAwayWhatIsNotThereIsRefused() {
      assertThat(agent.act(first, "unlink", Map.of("number", second, "reason", "Wrong")).refusal())
          .isEqualTo("409 incident.not-linked");
      assertThat(
              agent
                  .act(
                      first,
                      "unlink",
                      Map.of("type", "CHILD_OF", "number", second, "reason", "Wrong"))
                  .refusal())
          .isEqualTo("409 incident.not-linked");
    }
  }

  @Nested
  class DuplicatingK08 {

    private Answer duplicate(String number, String other) {
      return agent.act(number, "duplicate-of", Map.of("number", other, "reason", "The same"));
    }

    @Test
    void closesTheOneAndHandsItsOpeningToTheOther() {
      String earlier = agent.incident(first).at("/clocks/0/startedAt");
      var answer = duplicate(first, second);
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.at("status")).isEqualTo("CLOSED");
      assertThat(links(answer)).containsExactly("DUPLICATE_OF " + second);
      assertThat(answer.at("/clocks/1/state")).isEqualTo("CANCELLED");
      assertThat(agent.incident(second).at("/clocks/0/startedAt")).isEqualTo(earlier);
    }

    @Test
    void ofItselfOfNothingAndOfItsOwnDuplicateIsRefused() {
      assertThat(duplicate(first, first).refusal()).isEqualTo("400 incident.duplicate-of-itself");
      assertThat(duplicate(first, "INC-999999").refusal())
          .isEqualTo("400 incident.unknown-duplicate");
      duplicate(first, second);
      assertThat(duplicate(second, first).refusal()).isEqualTo("409 incident.duplicate-cycle");
      assertThat(agent.incident(second).at("status")).isEqualTo("NEW");
    }

    @Test
    void needsAReason() {
      var answer = agent.act(first, "duplicate-of", Map.of("number", second));
      assertThat(answer.refusal()).isEqualTo("400 request.missing");
      assertThat(answer.field()).isEqualTo("reason");
    }
  }

  @Nested
  class Taking {

    @Test
    void claimsTheTaskAndAcknowledgesIt() {
      var answer = agent.act(first, "take", Map.of());
      assertThat(answer.at("status")).isEqualTo("IN_PROGRESS");
      assertThat(answer.at("assignee")).isEqualTo("agent");
      assertThat(answer.at("/clocks/0/kind")).isEqualTo("RESPONSE");
      assertThat(answer.at("/clocks/0/state")).isEqualTo("MET");
    }

    @Test
    void whatSomebodyHasIsRefused() {
      agent.act(first, "take", Map.of());
      assertThat(agent.act(first, "take", Map.of()).refusal())
          .isEqualTo("409 incident.already-taken");
    }

    @Test
    void whatIsWithOthersIsRefused() {
      assertThat(Program.of(port, "engineer").act(first, "take", Map.of()).refusal())
          .isEqualTo("403 incident.not-your-group");
    }

    @Test
    void whatIsDoneIsRefused() {
      requester.act(first, "cancel", Map.of("reason", "It works again"));
      assertThat(agent.act(first, "take", Map.of()).refusal()).isEqualTo("409 incident.not-open");
    }
  }

  @Nested
  class OnThePage {

    private Visitor browser;

    @BeforeEach
    void anAgentLooks() {
      browser = Visitor.browser(port);
      browser.logIn("agent", "agent");
    }

    private String act(String action, Map<String, String> values) {
      String page = "/incidents/" + second;
      browser.form(page, "/records/" + second + "/actions/" + action, values);
      return browser.get(page).body();
    }

    @Test
    void linksAreMadeAndTakenBack() {
      assertThat(browser.get("/incidents/" + second).body())
          .contains("Link to another incident")
          .doesNotContain("Take a link away");
      assertThat(act("link", Map.of("type", "CHILD_OF", "number", first, "reason", "")))
          .contains("Take a link away", "Child of " + first);
      assertThat(act("unlink", Map.of("number", first, "type", "", "reason", "Wrong")))
          .doesNotContain("Take a link away")
          .contains("Taken away from its parent");
    }

    @Test
    void aConfirmedParentSaysWhatItWaitsForAndCanBeReopened() {
      second = Situation.CONFIRMED_BEFORE_ITS_CHILDREN.reach(port, engine);
      assertThat(browser.get("/incidents/" + second).body())
          .contains("Waits for its children", "It will be closed after the last of its children")
          .doesNotContain("Yes, it works again");
      assertThat(act("reopen", Map.of("reason", "It is back")))
          .contains("Assigned", "It is back")
          .doesNotContain("Waits for its children");
      assertThat(agent.incident(second).at("reopenCount")).isEqualTo("1");
    }

    @Test
    void aChildOfAResolvedParentIsShownAsResolved() {
      first = Situation.RESOLVED.reach(port, engine);
      assertThat(act("link", Map.of("type", "CHILD_OF", "number", first, "reason", "")))
          .contains("Child of " + first, "Yes, it works again");
    }

    @Test
    void aResolvedOneAsksWhetherItWorksAgain() {
      second = Situation.RESOLVED.reach(port, engine);
      assertThat(browser.get("/incidents/" + second).body())
          .contains("Yes, it works again", "No, reopen")
          .doesNotContain("Is it back?", "Waits for its children");
    }

    @Test
    void whoeverResolvedItMayReopenItButNotConfirmIt() {
      second = Situation.RESOLVED_BY_THE_AGENT.reach(port, engine);
      assertThat(browser.get("/incidents/" + second).body())
          .contains("Is it back?")
          .doesNotContain("Yes, it works again");
    }

    @Test
    void whatIsRefusedIsTold() {
      assertThat(act("link", Map.of("type", "CHILD_OF", "number", second, "reason", "")))
          .contains("incident.link-to-itself");
    }

    @Test
    void takingIsOfferedAsLongAsNobodyHasIt() {
      assertThat(browser.get("/incidents/" + second).body()).contains("Take it");
      assertThat(act("take", Map.of())).doesNotContain("Take it");
    }
  }
}
