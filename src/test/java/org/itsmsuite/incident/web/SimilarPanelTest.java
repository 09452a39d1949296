package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Similar incidents on an incident's page and in the form of triage. */
@DemoSuite
class SimilarPanelTest {

  @LocalServerPort int port;
  private final Restrictions restrictions;
  private Program requester;
  private Program agent;
  private Visitor browser;
  private String word;
  private String first;
  private String second;

  @Autowired
  SimilarPanelTest(Restrictions restrictions) {
    this.restrictions = restrictions;
  }

  /** A word of their own keeps them apart from what other tests report. */
  @BeforeEach
  void twoThatLookAlike() {
    requester = Program.of(port, "requester");
    agent = Program.of(port, "agent");
    browser = Visitor.browser(port);
    browser.logIn("agent", "agent");
    word = "W" + UUID.randomUUID().toString().replace("-", "");
    first = similar(word + " <b>[broken](http://example.org)</b>");
    second = similar(word + " is broken");
  }

  private String similar(String title) {
    var report = report("title", title);
    report.put("configurationItem", word);
    return reported(requester, report);
  }

  private String page(String number) {
    return browser.get("/incidents/" + number).body();
  }

  @Nested
  class OnThePage {

    @Test
    void theyAreListedWithWhatTheyHaveInCommon() {
      assertThat(page(second))
          .contains(first, "% alike", "same service", "same configuration item")
          .contains("Duplicate of this", "Child of this")
          .contains("Known errors", "None are recorded yet.");
    }

    @Test
    void oneStepMakesADuplicate() {
      assertThat(page(second)).contains("/incidents/" + second + "/actions/duplicate-of");
      browser.form(
          "/incidents/" + second,
          "/incidents/" + second + "/actions/duplicate-of",
          Map.of("number", first, "reason", "Chosen from similar incidents: 85 % alike"));

      assertThat(agent.incident(second).at("status")).isEqualTo("CLOSED");
      assertThat(agent.incident(second).at("/links/0/type")).isEqualTo("DUPLICATE_OF");
      assertThat(agent.incident(second).at("/links/0/number")).isEqualTo(first);
      assertThat(page(second)).doesNotContain("Similar open incidents");
      assertThat(page(first)).doesNotContain("|Duplicate of this|");
    }

    @Test
    void oneStepMakesAChildAndIsNotOfferedTwice() {
      browser.form(
          "/incidents/" + second,
          "/incidents/" + second + "/actions/link",
          Map.of("type", "CHILD_OF", "number", first, "reason", ""));

      assertThat(agent.incident(second).at("/links/0/type")).isEqualTo("CHILD_OF");
      assertThat(page(second)).contains("Duplicate of this").doesNotContain("Child of this");
    }

    @Test
    void theyAreNotForTheRequester() {
      var outside = Visitor.browser(port);
      outside.logIn("requester", "requester");

      assertThat(outside.get("/incidents/" + second).body())
          .contains(second)
          .doesNotContain("Similar open incidents", "Known errors");
    }

    @Test
    void oneThatIsHiddenIsNotAmongThem() {
      assertThat(page(second)).contains(first);
      restrictions.restrict(first);

      assertThat(page(second)).doesNotContain(first);
    }

    @Test
    void thoseWhoOnlyReadHaveNoButtons() {
      var auditor = Visitor.browser(port);
      auditor.logIn("auditor", "auditor");

      assertThat(auditor.get("/incidents/" + second).body())
          .contains("Similar open incidents", first)
          .doesNotContain("Duplicate of this", "Child of this");
    }
  }

  @Nested
  class InTheForm {

    private String task;

    @BeforeEach
    void ofTriage() {
      agent.act(second, "take", Map.of());
      task =
          agent
              .get("/engine-rest/task?processInstanceBusinessKey=" + second)
              .body()
              .at("/0/id")
              .asText();
    }

    private Program.Answer complete(Map<String, Object> more) {
      Map<String, Object> values =
          new HashMap<>(
              Map.of(
                  "mechanism",
                  "DUPLICATE",
                  "category",
                  "other",
                  "impact",
                  "MEDIUM",
                  "urgency",
                  "MEDIUM"));
      values.putAll(more);
      Map<String, Object> variables = new HashMap<>();
      values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
      return agent.post(
          "/engine-rest/task/" + task + "/submit-form", Map.of("variables", variables));
    }

    @Test
    void theyAreChoicesWithTheirNumberAndText() {
      var shown =
          agent.get("/engine-rest/task/" + task + "/form-variables?deserializeValues=false");

      assertThat(shown.text())
          .contains("similarIncidents", first, "% alike")
          .as("Markdown that somebody reported stays text")
          .contains("\\\\\\\\[broken\\\\\\\\]");
    }

    @Test
    void oneThatIsChosenIsTheOriginal() {
      var answer = complete(Map.of("similarIncident", first));

      assertThat(answer.status()).as(answer.text()).isEqualTo(204);
      assertThat(agent.incident(second).at("/links/0/number")).isEqualTo(first);
      assertThat(agent.incident(second).at("status")).isEqualTo("CLOSED");
    }

    @Test
    void anyOtherCanBeEntered() {
      String other = reported(requester, report());
      var answer = complete(Map.of("duplicateOf", other));

      assertThat(answer.status()).as(answer.text()).isEqualTo(204);
      assertThat(agent.incident(second).at("/links/0/number")).isEqualTo(other);
    }

    @Test
    void oneThatIsNoneOfThemIsNotChosen() {
      var answer = complete(Map.of("similarIncident", "INC-999999"));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("similarIncident");
      assertThat(agent.incident(second).at("status")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void oneOfTheTwoIsNeeded() {
      var answer = complete(Map.of());

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text()).contains("duplicateOf");
    }
  }
}
