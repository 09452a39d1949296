package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.List;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Markup and script in every text: shown as text everywhere. */
@DemoSuite
class MarkupTest {

  private static final String SCRIPT = "<script>alert('x')</script><img src=x onerror=alert(1)>";

  @LocalServerPort int port;
  private Program agent;
  private String number;

  @BeforeEach
  void isEverywhere() {
    agent = Program.of(port, "agent");
    Map<String, Object> report = report("title", SCRIPT);
    report.put("description", SCRIPT + "\n" + SCRIPT);
    report.put("configurationItem", SCRIPT);
    report.put("category", SCRIPT);
    report.put("channel", "<script>a()</script>");
    report.put("requester", "requester");
    number = reported(agent, report);
  }

  @Test
  void comesBackAsItWasSent() {
    var incident = agent.incident(number);
    assertThat(incident.at("title")).isEqualTo(SCRIPT);
    assertThat(incident.at("description")).isEqualTo(SCRIPT + "\n" + SCRIPT);
    assertThat(incident.at("configurationItem")).isEqualTo(SCRIPT);
    assertThat(incident.at("channel")).isEqualTo("<script>a()</script>");
    assertThat(
            agent.get("/api/incidents?text=" + encoded(SCRIPT)).body().findValuesAsText("number"))
        .contains(number);
  }

  @Test
  void isTextOnEveryPage() {
    agent.act(number, "set-priority", Map.of("impact", "HIGH", "urgency", "LOW", "reason", SCRIPT));
    agent.act(number, "wait", Map.of("waitingFor", "CUSTOMER"));
    agent.act(number, "resume", Map.of());
    agent.act(number, "hand-over", Map.of("group", "second-level", "reason", SCRIPT));
    var pages =
        List.of(
            "/",
            "/incidents",
            "/incidents?text=" + encoded(SCRIPT),
            "/incidents?group=" + encoded(SCRIPT),
            "/incidents?sort=" + encoded(SCRIPT),
            "/incidents?status=" + encoded(SCRIPT),
            "/incidents/" + number,
            "/incidents/" + number + "/clocks/resolution",
            "/incidents/" + encoded(SCRIPT),
            "/outbox",
            "/outbox?record=" + number,
            "/login?error=" + encoded(SCRIPT));
    for (String account : List.of("requester", "agent", "incident-manager", "auditor")) {
      var browser = Visitor.browser(port);
      browser.logIn(account, account);
      for (String page : pages) {
        assertThat(browser.get(page).body())
            .as(account + " " + page)
            .doesNotContain("<script>a", "<img src=x");
      }
    }
    var agents = Visitor.browser(port);
    agents.logIn("agent", "agent");
    assertThat(agents.get("/incidents/" + number).body()).contains("&lt;script&gt;alert");
  }

  @Test
  void isTextInAFormThatComesBack() {
    var browser = Visitor.browser(port);
    browser.logIn("agent", "agent");
    var answer =
        browser.form(
            "/incidents/report",
            Map.of(
                "title",
                SCRIPT,
                "description",
                "</textarea>" + SCRIPT,
                "service",
                "\">" + SCRIPT,
                "configurationItem",
                "\" onfocus=alert(1) x=\"",
                "impact",
                SCRIPT));
    assertThat(answer.statusCode()).isLessThan(500);
    assertThat(answer.body())
        .contains("&lt;script&gt;")
        .doesNotContain("<script>a", "<img src=x", "\" onfocus=");
  }

  @Test
  void isTextInTasksAndTimelines() {
    String task =
        "/engine-rest/task/"
            + agent.get("/engine-rest/task?processInstanceBusinessKey=" + number).at("/0/id");
    assertThat(agent.get(task + "/form-variables").body().at("/title/value").asText())
        .isEqualTo(SCRIPT);
    assertThat(
            agent
                .get("/api/records/" + number + "/timeline")
                .body()
                .path(0)
                .at("/after/title")
                .asText())
        .isEqualTo(SCRIPT);
  }

  private String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }
}
