package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a browser may send to an incident's page, and what stands there then: why not. */
@DemoSuite
class BadInputOnPagesTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Program agent;
  private Visitor browser;
  private String first;
  private String second;

  @BeforeEach
  void twoIncidents() {
    agent = Program.of(port, "agent");
    browser = Visitor.browser(port);
    browser.logIn("agent", "agent");
    first = reported(agent, report());
    second = reported(agent, report());
  }

  private HttpResponse<String> sent(String number, String action, Map<String, String> values) {
    String page = "/incidents/" + number;
    return browser.form(page, "/records/" + number + "/actions/" + action, values);
  }

  /** The page after the form was sent tells the key; of both incidents nothing has changed. */
  private void isRefused(String number, String action, Map<String, String> values, String key) {
    var before = everything();
    var answer = sent(number, action, values);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String page = browser.get("/incidents/" + number).body();
    assertThat(page).contains("That was not done.", "<code>" + key + "</code>");
    assertThat(everything()).isEqualTo(before);
  }

  private List<Object> everything() {
    return List.of(
        rows("select status, parent, duplicate_of, version from itsm.incident where number"),
        rows("select position, hash from itsm.ledger_head where record"),
        rows("select type, other from itsm.record_link where record"),
        rows("select occasion, recipient from itsm.notification where record"),
        rows("select kind, due_at, met_at, cancelled_at, version from itsm.sla_clock where record"),
        rows("select id, record from itsm.conversation_entry where record"));
  }

  private List<Map<String, Object>> rows(String query) {
    return jdbc.sql(query + " in (?, ?) order by 1, 2").params(first, second).query().listOfRows();
  }

  private static Map<String, String> link(String type, String number) {
    return Map.of("type", type, "number", number, "reason", "");
  }

  @Nested
  class Families {

    @Test
    void inACircle() {
      sent(first, "link", link("PARENT_OF", second));
      isRefused(first, "link", link("CHILD_OF", second), "incident.family-cycle");
      isRefused(second, "link", link("PARENT_OF", first), "incident.family-cycle");
    }

    @Test
    void inACircleOfThree() {
      String third = reported(agent, report());
      sent(second, "link", link("CHILD_OF", first));
      sent(third, "link", link("CHILD_OF", second));
      isRefused(first, "link", link("CHILD_OF", third), "incident.family-cycle");
    }

    @Test
    void ofAnIncidentWithItself() {
      isRefused(first, "link", link("CHILD_OF", first), "incident.link-to-itself");
    }

    @Test
    void underAParentThatIsClosed() {
      sent(first, "cancel", Map.of("reason", "Found it"));
      isRefused(second, "link", link("CHILD_OF", first), "incident.parent-closed");
      isRefused(first, "link", link("PARENT_OF", second), "incident.parent-closed");
    }

    @Test
    void underASecondParent() {
      sent(second, "link", link("CHILD_OF", first));
      String third = reported(agent, report());
      isRefused(second, "link", link("CHILD_OF", third), "incident.has-parent");
    }

    @ParameterizedTest
    @CsvSource({
      "CHILD_OF, INC-999999, incident.unknown-other",
      "CHILD_OF, SEC-000001, incident.unknown-other",
      "DUPLICATE_OF, INC-000001, incident.not-a-link"
    })
    void withWhatIsNotThere(String type, String other, String key) {
      isRefused(first, "link", link(type, other), key);
    }
  }

  @Nested
  class Duplicates {

    private static Map<String, String> of(String number) {
      return Map.of("number", number, "reason", "The same again");
    }

    @Test
    void ofItself() {
      isRefused(first, "duplicate-of", of(first), "incident.duplicate-of-itself");
    }

    @Test
    void ofNothing() {
      isRefused(first, "duplicate-of", of("INC-999999"), "incident.unknown-duplicate");
    }

    @Test
    void ofItsOwnDuplicate() {
      sent(first, "duplicate-of", of(second));
      isRefused(second, "duplicate-of", of(first), "incident.duplicate-cycle");
    }

    @Test
    void twice() {
      sent(first, "duplicate-of", of(second));
      isRefused(first, "duplicate-of", of(second), "incident.same-mechanism");
    }
  }

  @Nested
  class States {

    @ParameterizedTest
    @CsvSource({
      "resume, incident.not-waiting",
      "confirm, incident.not-resolved",
      "reopen, incident.not-resolved",
      "escalate, incident.unknown-action",
      "declare-major, incident.action-not-allowed"
    })
    void thatDoNotAllowIt(String action, String key) {
      isRefused(first, action, values(action), key);
    }

    @ParameterizedTest
    @CsvSource({"wait", "resume", "hand-over", "set-priority", "take", "cancel"})
    void ofWhatIsDone(String action) {
      sent(first, "cancel", Map.of("reason", "Found it"));
      isRefused(first, action, values(action), "incident.not-open");
    }

    @Test
    void thatASecondClickFindsChanged() {
      sent(first, "wait", Map.of("waitingFor", "CUSTOMER"));
      isRefused(first, "wait", Map.of("waitingFor", "CUSTOMER"), "incident.already-waiting");
    }

    private static Map<String, String> values(String action) {
      Map<String, String> values = new LinkedHashMap<>();
      switch (action) {
        case "wait" -> values.put("waitingFor", "CUSTOMER");
        case "hand-over" -> values.put("group", "second-level");
        case "set-priority" -> {
          values.put("impact", "HIGH");
          values.put("urgency", "HIGH");
        }
        case "cancel", "reopen", "declare-major" -> values.put("reason", "Because");
        default -> {}
      }
      return values;
    }
  }

  @Nested
  class Reasons {

    @Test
    void longerThanTheFieldAreRefused() {
      isRefused(first, "cancel", Map.of("reason", "x".repeat(20_000)), "request.too-long");
    }

    /** Of the larger one the container would drop every field, the page's own token included. */
    @ParameterizedTest
    @ValueSource(ints = {1024 * 1024, 3 * 1024 * 1024})
    void longerThanAFormAreRefused(int length) {
      var before = everything();

      var answer = sent(first, "cancel", Map.of("reason", "x".repeat(length)));

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("<code>request.too-large</code>", "100 KB");
      assertThat(everything()).isEqualTo(before);
    }
  }
}
