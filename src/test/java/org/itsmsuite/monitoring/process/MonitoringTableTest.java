package org.itsmsuite.monitoring.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.engine.decision.EngineDecisions;
import org.itsmsuite.engine.release.InMemoryReleaseStore;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.monitoring.EventAction;
import org.itsmsuite.monitoring.EventRule;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionOperations;

/** The shipped table, and another one, read from the newest release. */
class MonitoringTableTest {

  private static final String FILE = "processes/incident/monitoring-event.dmn";

  private static final HandSetClock TIME = new HandSetClock(Instant.parse("2026-03-02T08:00:00Z"));
  private static final TestEngine ENGINE = new TestEngine();
  private static final ModelRelease RELEASES =
      new ModelRelease(
          ENGINE.engine.getRepositoryService(),
          new InMemoryReleaseStore(),
          () -> TestEngine.recording(ENGINE.ledger),
          () -> () -> Actor.SYSTEM,
          TIME,
          "test",
          TransactionOperations.withoutTransaction());

  private final DmnEventTable table =
      new DmnEventTable(new EngineDecisions(ENGINE.engine), RELEASES, TIME);

  @BeforeEach
  void releaseWhatIsShipped() {
    release(shipped());
  }

  @AfterAll
  static void close() {
    ENGINE.close();
  }

  private void release(String dmn) {
    RELEASES.releaseAll(new ContentInMemory().with(FILE, dmn));
  }

  private static String shipped() {
    try {
      return Files.readString(Path.of(FILE));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private EventRule rule(String severity) {
    return table.rule(
        new MonitoringEvent(
            "watcher", "1", "email", null, "Queue does not shrink", severity, TIME.instant()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMERGENCY",
        "DISASTER",
        "FATAL",
        "CRITICAL",
        "ALERT",
        "DOWN",
        "HIGH",
        "ERROR",
        "MAJOR",
        "AVERAGE",
        "WARNING",
        "WARN",
        "MINOR",
        "critical",
        "Unknown"
      })
  void raisesWithEverythingThatAnIncidentNeeds(String severity) {
    var rule = rule(severity);
    assertThat(rule.action()).isEqualTo(EventAction.RAISE);
    assertThat(rule.kind()).isNotNull();
    assertThat(rule.impact()).isNotNull();
    assertThat(rule.urgency()).isNotNull();
    assertThat(rule.graceAfterEnd()).isBetween(Duration.ZERO, Duration.ofHours(1));
    assertThat(rule.kind() == IncidentKind.NOT_YET_IMPACTING)
        .isEqualTo(rule.impact() == Impact.NONE_YET);
  }

  @Test
  void takesAWarningForSomethingThatNobodyFeelsYet() {
    assertThat(rule("warning"))
        .isEqualTo(
            new EventRule(
                EventAction.RAISE,
                IncidentKind.NOT_YET_IMPACTING,
                Impact.NONE_YET,
                Urgency.MEDIUM,
                Duration.ofMinutes(15)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RECOVERED", "RESOLVED", "OK", "UP", "CLEARED", "ok"})
  void knowsHowToolsSayThatItIsOver(String severity) {
    assertThat(rule(severity))
        .isEqualTo(new EventRule(EventAction.RECOVER, null, null, null, null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INFO", "INFORMATION", "NOTICE", "DEBUG", "info"})
  void hasNoInterestInNews(String severity) {
    assertThat(rule(severity).action()).isEqualTo(EventAction.IGNORE);
  }

  @Test
  void followsANewReleaseWithinSeconds() {
    assertThat(rule("INFO").action()).isEqualTo(EventAction.IGNORE);
    release(
        shipped().replace("\"IGNORE\"</text></outputEntry>", "\"RECOVER\"</text></outputEntry>"));
    TIME.forward(Duration.ofSeconds(5));
    assertThat(rule("INFO").action()).isEqualTo(EventAction.RECOVER);
  }

  @Test
  void isNotStuckWhenTheClockIsSetBack() {
    rule("INFO");
    TIME.forward(Duration.ofDays(-400));
    release(
        shipped().replace("\"IGNORE\"</text></outputEntry>", "\"RECOVER\"</text></outputEntry>"));
    assertThat(rule("INFO").action()).isEqualTo(EventAction.RECOVER);
  }

  @Test
  void mayLookAtMoreThanTheSeverity() {
    release(
        shipped()
            .replace(
                "<text>severity</text>",
                "<text>if service = \"email\" then \"DEBUG\" else severity</text>"));
    TIME.forward(Duration.ofSeconds(5));
    assertThat(rule("CRITICAL").action()).isEqualTo(EventAction.IGNORE);
  }

  @Test
  void saysSoIfItHasNoRow() {
    release(shipped().replace("not(\"EMERGENCY\"", "not(\"STRANGE\", \"EMERGENCY\""));
    TIME.forward(Duration.ofSeconds(5));
    assertThatThrownBy(() -> rule("STRANGE"))
        .hasMessageContaining("monitoring-event gives 0 rules for STRANGE");
  }
}
