package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoSuite
class ProblemsTest {

  private static final String REPORTS = "/api/probe/reports";

  @LocalServerPort int port;
  Visitor program;

  @BeforeEach
  void logIn() {
    program = Visitor.program(port, "agent");
  }

  @Nested
  class OfABody {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"title\": | request.malformed-json | line 1, column",
          "{\"title\":\"a\"} {} | request.malformed-json | line 1",
          "{\"title\":\"a\",\"title\":\"b\"} | request.malformed-json | line 1",
          "{\"titel\":\"a\"} | request.unknown-field | \"field\":\"titel\"",
          "{\"impact\":\"HUGE\"} | request.wrong-value | one of HIGH, LOW",
          "{\"impact\":1} | request.wrong-value | \"field\":\"impact\"",
          "{\"at\":\"yesterday\"} | request.wrong-value | an instant such as",
          "{\"count\":\"many\"} | request.wrong-value | a whole number",
          "{\"title\":{}} | request.wrong-value | \"field\":\"title\"",
          "[] | request.wrong-value | an object"
        })
    void namesFieldAndFault(String body, String key, String part) {
      var answer = program.json(REPORTS, body);
      isProblem(answer, 400, key);
      assertThat(answer.body()).contains(part).doesNotContain("org.itsmsuite", "jackson", "java.");
    }

    @Test
    void saysWhenItIsMissing() {
      isProblem(program.json(REPORTS, ""), 400, "request.missing-body");
    }

    @Test
    void isStoppedWhenItIsTooLarge() {
      isProblem(
          program.json(REPORTS, "{\"title\":\"" + "x".repeat(200_000) + "\"}"),
          413,
          "request.too-large");
    }

    @Test
    void isStoppedWhenItIsTooLargeAndDoesNotSaySo() {
      var endless =
          BodyPublishers.ofInputStream(
              () ->
                  new java.io.ByteArrayInputStream(
                      ("{\"title\":\"" + "x".repeat(200_000)).getBytes()));
      isProblem(
          program.send("POST", REPORTS, endless, "Content-Type", "application/json"),
          413,
          "request.too-large");
    }

    @Test
    void mustBeJson() {
      isProblem(
          program.send("POST", REPORTS, BodyPublishers.ofString("a"), "Content-Type", "text/plain"),
          415,
          "request.media-type");
    }

    @Test
    void isTakenWhenItIsRight() {
      assertThat(
              program
                  .json(REPORTS, "{\"impact\":\"LOW\",\"at\":\"2026-03-10T09:00:00Z\",\"count\":2}")
                  .body())
          .contains("\"at\":\"2026-03-10T09:00:00Z\"");
    }
  }

  @Nested
  class OfAnAddress {

    @Test
    void namesAParameterThatIsMissingOrWrong() {
      isProblem(program.get("/api/probe/number"), 400, "request.missing");
      var wrong = program.get("/api/probe/number?size=many");
      isProblem(wrong, 400, "request.wrong-value");
      assertThat(wrong.body()).contains("\"field\":\"size\"", "a whole number");
    }

    @Test
    void tellsTheMethodsItTakes() {
      var answer = program.get(REPORTS);
      isProblem(answer, 405, "request.method-not-allowed");
      assertThat(answer.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void saysWhenThereIsNothing() {
      isProblem(program.get("/api/nothing"), 404, "request.not-found");
    }

    @Test
    void answersAProgramThatAsksForAPage() {
      isProblem(program.get("/api/nothing", "Accept", "text/html"), 404, "request.not-found");
    }
  }

  @Nested
  class OfAStep {

    @ParameterizedTest
    @CsvSource({
      "refusal, 400, probe.refused",
      "wrapped, 409, probe.conflict",
      "unavailable, 503, probe.unavailable",
      "forbidden, 403, probe.forbidden",
      "content, 400, calendar.bad-zone",
      "engine, 403, engine.forbidden",
      "badly, 500, server.error"
    })
    void keepsItsKeyAndNoInnerThings(String how, int status, String key) {
      var answer = program.get("/api/probe/fail/" + how);
      isProblem(answer, status, key);
      assertThat(answer.body()).doesNotContain("secret detail", "Exception", "at org.");
    }

    @Test
    void namesTheFieldOfARefusal() {
      assertThat(program.get("/api/probe/fail/refusal").body())
          .contains(
              "\"errors\":[{\"field\":\"title\",\"key\":\"probe.refused\",\"detail\":\"A title is needed.\"}]");
    }
  }

  private static void isProblem(HttpResponse<String> answer, int status, String key) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains(
            Map.of("type", "urn:itsm:problem:" + key, "key", key).entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":\"" + entry.getValue() + "\"")
                .toList())
        .contains("\"status\":" + status, "\"title\":", "\"detail\":");
  }
}
