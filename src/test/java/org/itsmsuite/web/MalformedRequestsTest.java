package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that the servlet container refuses before it knows whom they are for. */
@DemoSuite
class MalformedRequestsTest {

  @LocalServerPort int port;

  /** What comes back to these lines, to the byte; no client would send them. */
  private String answer(String... lines) throws IOException {
    try (var line = new Socket(InetAddress.getLoopbackAddress(), port)) {
      line.setSoTimeout(10_000);
      var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void saysNothingOfTheContainer(String answer) {
    assertThat(answer)
        .doesNotContain("Tomcat", "HTTP Status", "Exception", "\tat ", "org.apache", "Server:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/incidents/%00",
        "/api/incidents?status=a>b",
        "/api/incidents/%ff%fe",
        "/engine-rest/task/%00",
        "/camunda/api/engine/engine/default/task/a%2Fb"
      })
  void areAnsweredToProgramsWithAProblem(String address) throws IOException {
    var answer = answer("GET " + address + " HTTP/1.1", "Host: suite");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: application/problem+json")
        .contains("\"key\":\"request.malformed\"", "\"status\":400");
    saysNothingOfTheContainer(answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/incidents/%00", "/incidents/a%2Fb", "/..%2f..%2fetc"})
  void areAnsweredToPeopleWithAPage(String address) throws IOException {
    var answer = answer("GET " + address + " HTTP/1.1", "Host: suite");

    assertThat(answer)
        .startsWith("HTTP/1.1 400")
        .contains("Content-Type: text/html", "<h1>The request is not valid</h1>")
        .contains("<code>request.malformed</code>", "ITSM Process Suite")
        .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'");
    saysNothingOfTheContainer(answer);
  }

  @Test
  void areAnsweredWhereTheirHeadIsNone() throws IOException {
    for (String head : new String[] {"Content-Length: many", "Host: a b"}) {
      var answer = answer("POST /api/incidents HTTP/1.1", "Host: suite", head);
      assertThat(answer).as(head).contains("\"key\":\"request.malformed\"");
      saysNothingOfTheContainer(answer);
    }
    var version = answer("GET /api/incidents HTTP/9.9", "Host: suite");
    assertThat(version).startsWith("HTTP/1.1 505").contains("\"key\":\"request.malformed\"");
  }
}
