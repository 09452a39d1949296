package org.itsmsuite.record.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The one address of records, and the actions on their pages. */
@DemoSuite
class RecordPagesTest {

  @LocalServerPort int port;

  private Visitor agent;
  private String number;

  @BeforeEach
  void anIncident() {
    agent = Visitor.browser(port);
    agent.logIn("agent", "agent");
    number = reported(Program.of(port, "requester"), report());
  }

  private String act(String action, Map<String, String> fields) {
    var sent = agent.form(page(), "/records/" + number + "/actions/" + action, fields);
    assertThat(sent.statusCode()).isEqualTo(302);
    assertThat(sent.headers().firstValue("Location").orElseThrow()).endsWith(page());
    return agent.get(page()).body();
  }

  private String page() {
    return "/incidents/" + number;
  }

  @Test
  void anAddressOfARecordLeadsToItsPage() {
    var led = agent.get("/records/" + number);
    assertThat(led.statusCode()).isEqualTo(302);
    assertThat(led.headers().firstValue("Location").orElseThrow()).endsWith(page());
    assertThat(agent.get("/records/INC-999999").statusCode()).isEqualTo(404);
    assertThat(agent.get("/records/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void anActionIsCarriedOut() {
    assertThat(act("wait", Map.of("waitingFor", "CUSTOMER"))).contains("Done.", "Waiting");
  }

  @Test
  void aFormStartsWithWhatIsSo() {
    assertThat(agent.get(page()).body())
        .containsPattern("<option value=\"MEDIUM\"[^>]*selected=\"selected\"")
        .doesNotContain("<details class=\"action\" open");
  }

  @Test
  void whatWasRefusedComesBackAsItWasFilledIn() {
    assertThat(
            act(
                "link",
                Map.of("type", "CHILD_OF", "number", number, "reason", "They <look> alike")))
        .contains("incident.", "They &lt;look&gt; alike", "value=\"" + number + "\"")
        .containsPattern("<option value=\"CHILD_OF\"[^>]*selected=\"selected\"")
        .containsOnlyOnce("<details class=\"action\" open");
    assertThat(agent.get(page()).body()).doesNotContain("They &lt;look&gt; alike");
  }

  @Test
  void whatIsWrongIsToldFieldByField() {
    assertThat(act("hand-over", Map.of("group", " ", "reason", "Yours")))
        .contains("href=\"#action-hand-over-group\"", "Group: It is required.")
        .contains("id=\"action-hand-over-group\"", "<code>request.missing</code>");
    assertThat(act("set-priority", Map.of("impact", "", "urgency", "x", "reason", "Worse")))
        .contains("href=\"#action-set-priority-impact\"", "#action-set-priority-urgency")
        .doesNotContain("fields are not valid");
  }

  @Test
  void aReportThatMayConcernSecurityIsMarkedOnThePage() {
    var requester = Visitor.browser(port);
    requester.logIn("requester", "requester");
    var sent =
        requester.form(
            "/incidents/report",
            Map.of(
                "title", "Somebody reads my mail",
                "service", "email",
                "kind", "DEGRADATION",
                "impact", "MEDIUM",
                "urgency", "MEDIUM",
                "security", "true"));
    String suspected = sent.headers().firstValue("Location").orElseThrow().replaceAll(".*/", "");

    assertThat(suspected).startsWith("INC-");
    assertThat(requester.get("/incidents/" + suspected).statusCode()).isEqualTo(200);
    assertThat(agent.get("/incidents/" + suspected).statusCode()).isEqualTo(404);
    assertThat(Program.of(port, "security-officer").incident(suspected).at("security"))
        .isEqualTo("true");
  }
}
