package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever goes wrong, what somebody typed as a secret is not written down. */
@DemoSuite
@ExtendWith(OutputCaptureExtension.class)
class SecretsInLogsTest {

  private static final String SECRET = "correct-horse-battery";

  @LocalServerPort int port;

  @Test
  void passwordsAreNotLoggedWhateverGoesWrong(CapturedOutput log) {
    var browser = Visitor.browser(port);
    browser.logIn("problem-manager", SECRET);
    browser.logIn(SECRET, "typed into the wrong field");
    browser.bareForm("/login", Map.of("username", "agent", "password", SECRET));
    Visitor.program(port, "problem-manager", SECRET).get("/api/probe/me");
    Visitor.program(port, "problem-manager", SECRET).get("/engine-rest/task");
    browser.get("/api/probe/me", "Authorization", "Basic " + SECRET);
    browser.get("/api/probe/me", "Authorization", "Bearer " + SECRET);
    var program = Visitor.program(port, "agent");
    program.send(
        "PUT",
        "/engine-rest/user/agent/credentials",
        BodyPublishers.ofString(
            "{\"password\": \""
                + SECRET
                + "\", \"authenticatedUserPassword\": \""
                + SECRET
                + "\"}"),
        "Content-Type",
        "application/json");
    // The log is awake: a failure of ours is in it.
    program.get("/api/probe/fail/badly");

    assertThat(log.getAll())
        .contains("secret detail")
        .doesNotContain(SECRET, Base64.getEncoder().encodeToString(SECRET.getBytes()));
  }
}
