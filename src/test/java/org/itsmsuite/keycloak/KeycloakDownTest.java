package org.itsmsuite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Keycloak breaks down in the middle of the day, and comes back. */
@KeycloakSuite
class KeycloakDownTest {

  private final KeycloakServer server = KeycloakServer.running();
  private final KeycloakRealm realm = server.realm();

  @LocalServerPort int port;
  @Autowired ProcessEngine engine;
  @TempDir Path data;

  @AfterEach
  void backAgain() {
    server.start();
    realm.accessTokensLive(Duration.ofMinutes(5));
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(200));
  }

  private String health() {
    return Visitor.browser(port).get("/actuator/health").body();
  }

  @Test
  void whoIsLoggedInGoesOnAndWhoIsNotHearsWhy() {
    realm.accessTokensLive(Duration.ofSeconds(2));
    var agent = new WebPerson(port).loggedIn("agent");
    realm.accessTokensLive(Duration.ofMinutes(5));
    var token = realm.token("agent");
    var program = Visitor.bearer(port, token);
    assertThat(program.get("/api/incidents").statusCode()).isEqualTo(200);

    server.stop();
    soon().until(() -> health().contains("DEGRADED"));

    goesOn(agent, program);
    hearsWhy();
    jobsAreDone();

    server.start();
    // Nothing was restarted but Keycloak.
    soon().until(() -> health().equals("{\"status\":\"UP\"}"));
    assertThat(agent.isKnownAs("agent")).isTrue();
    new WebPerson(port).loggedIn("specialist");
  }

  /** Longer than the access token lives that the session has. */
  private void goesOn(WebPerson agent, Visitor program) {
    var until = System.nanoTime() + Duration.ofSeconds(3).toNanos();
    await().until(() -> System.nanoTime() > until);

    assertThat(agent.isKnownAs("agent")).isTrue();
    assertThat(agent.opens("/incidents").statusCode()).isEqualTo(200);
    assertThat(agent.opens("/camunda/api/engine/engine/default/task").statusCode()).isEqualTo(200);
    var report =
        Map.of(
            "title", "The gate is stuck",
            "service", "workplace",
            "kind", "INTERRUPTION",
            "impact", "LOW",
            "urgency", "LOW");
    assertThat(agent.sends("/incidents/report", report).uri().getPath())
        .startsWith("/incidents/INC-");
    assertThat(program.get("/api/incidents").statusCode()).isEqualTo(200);
    assertThat(Visitor.bearer(port, "a.b.c").get("/api/incidents").statusCode()).isEqualTo(401);
  }

  private void hearsWhy() {
    var page = new WebPerson(port).opens("/incidents");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("login.unavailable", "Try again in a minute");
    assertThat(page.headers().firstValue("Retry-After")).isPresent();

    var leaving = new WebPerson(port);
    assertThat(leaving.opens("/login").statusCode()).isEqualTo(200);
  }

  private void jobsAreDone() {
    ManagementService management = engine.getManagementService();
    HistoryService history = engine.getHistoryService();
    var job = history.cleanUpHistoryAsync(true).getId();
    soon()
        .until(
            () -> {
              var now = management.createJobQuery().jobId(job).singleResult();
              return now == null || now.getDuedate().after(new java.util.Date());
            });
  }

  @Test
  void whoLogsOutMeanwhileIsToldThatTheyMayBeLoggedInThere() {
    var agent = new WebPerson(port).loggedIn("agent");
    server.stop();

    var page = agent.sends("/logout", Map.of());

    assertThat(page.uri()).hasPath("/login");
    assertThat(page.body()).contains("you may still be logged in there");
    assertThat(agent.opens("/").statusCode()).isEqualTo(503);
  }

  @Test
  void theSuiteStartsAndNeedsNoSecondStart() {
    var token = realm.token("agent");
    server.stop();

    try (var suite = SuiteOfItsOwn.start(data, server.issuer())) {
      assertThat(Visitor.browser(suite.port()).get("/actuator/health").body()).contains("DEGRADED");
      var program = Visitor.bearer(suite.port(), token);
      var unknown = program.get("/api/incidents");
      assertThat(unknown.statusCode()).isEqualTo(503);
      assertThat(unknown.body()).contains("login.unavailable");

      server.start();

      soon().until(() -> program.get("/api/incidents").statusCode() == 200);
    }
  }
}
