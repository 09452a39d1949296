package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.reported;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forms of which nothing comes: what their senders hear, and what becomes of what they wrote. */
@DemoSuite
class FormsOfPagesTest {

  private static final String PAGE = "/incidents/report";
  private static final int MEGABYTE = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Visitor browser;

  @BeforeEach
  void anAgentAtABrowser() {
    browser = Visitor.browser(port);
    browser.logIn("agent", "agent");
  }

  private static Map<String, String> report(String title) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("title", title);
    fields.put("service", "email");
    fields.put("kind", "DEGRADATION");
    fields.put("impact", "MEDIUM");
    fields.put("urgency", "MEDIUM");
    fields.put("idempotencyKey", "page-1");
    return fields;
  }

  private long reports(String title) {
    return jdbc.sql("select count(*) from itsm.incident where title = ?")
        .param(title)
        .query(Long.class)
        .single();
  }

  private HttpResponse<String> sentFrom(String page, Map<String, String> fields) {
    var body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return browser.send(
        "POST",
        PAGE,
        BodyPublishers.ofString(body.toString()),
        "Content-Type",
        "application/x-www-form-urlencoded",
        "Referer",
        page);
  }

  @Nested
  class OutOfDate {

    private static final String KEY = "login.form-outdated";

    private void isToldSoAndKept(HttpResponse<String> answer, String text) {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body())
          .contains(KEY, "is over or has changed", text)
          .doesNotContain("Not permitted", "Your groups do not permit", "page-1", "old-token");
    }

    @Test
    void afterAnotherLogInInTheSameBrowser() {
      var fields = report("Typed <before>");
      fields.put("_csrf", browser.token(PAGE));
      browser.form("/logout", Map.of());
      browser.logIn("agent", "agent");

      isToldSoAndKept(browser.bareForm(PAGE, fields), "Typed &lt;before&gt;</textarea>");
      assertThat(reports("Typed <before>")).isZero();
    }

    @Test
    void afterTheLogInIsOver() {
      var fields = report("Typed for an hour");
      fields.put("_csrf", browser.token(PAGE));
      browser.form("/logout", Map.of());

      isToldSoAndKept(browser.bareForm(PAGE, fields), "Typed for an hour</textarea>");
      assertThat(reports("Typed for an hour")).isZero();
    }

    @Test
    void whatIsSecretIsNotShownAgain() {
      var answer =
          Visitor.browser(port)
              .bareForm("/login", Map.of("username", "agent", "password", "my secret"));
      assertThat(answer.body()).contains(KEY).doesNotContain("my secret");
    }

    @Test
    void aMessageWithAFileKeepsItsText() {
      String number = reported(Program.of(port, "requester"), Reports.report());
      var answer =
          browser.parts(
              "/records/" + number + "/messages",
              new Parts()
                  .field("_csrf", "old-token")
                  .field("text", "A long story")
                  .file("file", "a.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)));
      isToldSoAndKept(answer, "A long story</textarea>");
    }

    @Test
    void leadsBackToThePageOnlyWhereItIsOneOfOurs() {
      assertThat(sentFrom("http://127.0.0.1:" + port + PAGE + "?a=b", report("x")).body())
          .contains("href=\"" + PAGE + "?a=b\"");
      for (String other :
          new String[] {
            "http://evil.example" + PAGE, "http://127.0.0.1:" + port + "//evil.example/", "x y"
          }) {
        assertThat(sentFrom(other, report("x")).body())
            .as(other)
            .contains(KEY)
            .doesNotContain(">Open the page again<", "evil.example");
      }
    }
  }

  @Nested
  @ExtendWith(OutputCaptureExtension.class)
  class TooLarge {

    @Test
    void tellsTheLimitAndTheWayBackAndIsNoErrorOfOurs(CapturedOutput log) {
      var answer = browser.form(PAGE, report("x".repeat(200_000)));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("request.too-large", "100 KB", "Back button");
      assertThat(log.getAll())
          .contains("A form of 2")
          .doesNotContain("BodyTooLarge", " ERROR ", "\tat org.");
    }

    @Test
    void aMessageWithATooLargeFileTellsTheLimitAndTheWayBack() {
      String number = reported(Program.of(port, "requester"), Reports.report());
      for (int size : new int[] {26, 51}) {
        var answer =
            browser.parts(
                "/records/" + number + "/messages",
                new Parts()
                    .field("_csrf", browser.token("/incidents/" + number))
                    .field("text", "A long story")
                    .file("file", "a.txt", "text/plain", new byte[size * MEGABYTE]));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.body()).contains("request.too-large", "25 MB", "50 MB", "Back button");
      }
    }
  }

  @Test
  void whatWasTooMuchAtOnceIsKeptAndTheWaitTold() {
    var answer = browser.form(PAGE, "/probe/fail/too-many", report("Written in a hurry"));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("7");
    assertThat(answer.body()).contains("request.too-many", "Written in a hurry</textarea>");
  }

  @Test
  void ofAFieldThatComesTwiceTheFirstCounts() {
    var body =
        "title=The+first&title=second&service=email&kind=DEGRADATION&impact=MEDIUM&urgency=MEDIUM"
            + "&_csrf="
            + browser.token(PAGE);
    var answer =
        browser.send(
            "POST",
            PAGE,
            BodyPublishers.ofString(body),
            "Content-Type",
            "application/x-www-form-urlencoded");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(reports("The first")).isEqualTo(1);
  }

  @Test
  void aTitleThatTurnsItsDirectionIsRefusedBesideTheField() {
    var answer = browser.form(PAGE, report("Invoice \u202efdp.exe"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("(U+202E) turns the direction");
  }
}
