package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stories of alarms that last, recover and come back, as the desk lives them. */
@DemoSuite
class AlarmStoriesTest extends MonitoredDesk {

  @Nested
  class AnotherEventOfTheAlarm {

    @Test
    void isCountedOnTheOpenIncident() {
      var number = events.raised();
      events.with("occurredAt", "2026-03-02T07:50:00Z").send("WARNING");
      var third = events.with("occurredAt", "2026-03-02T08:02:00Z").send("CRITICAL");

      assertThat(third.status()).isEqualTo(200);
      assertThat(third.at("outcome")).isEqualTo("COUNTED");
      assertThat(third.at("number")).isEqualTo(number);
      assertThat(third.at("count")).isEqualTo("3");
      assertThat(third.at("firstOccurredAt")).isEqualTo("2026-03-02T07:50:00Z");
      assertThat(third.at("lastOccurredAt")).isEqualTo("2026-03-02T08:02:00Z");
      assertThat(incidents()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
      "title, Queue is empty",
      "configurationItem, Mail relay 3",
      "service, workplace",
      "source, another watcher"
    })
    void isAnotherAlarmIfItDiffers(String field, String value) {
      var number = events.raised();
      var other = events.with(field, value).send("CRITICAL");
      assertThat(other.at("number")).isNotEqualTo(number);
    }

    @Test
    void isToldToTheLedgerTheTenthTime() {
      var number = events.raised();
      for (int i = 2; i <= 9; i++) {
        events.send("CRITICAL");
      }
      assertThat(facts(number)).containsExactly("incident.alarmRaised");
      events.send("CRITICAL");
      events.send("CRITICAL");

      assertThat(facts(number)).containsExactly("incident.alarmRaised", "incident.alarmRepeated");
      assertThat(ledger.of(number).get(ledger.of(number).size() - 1).after())
          .containsEntry("count", 10)
          .containsEntry("source", events.source());
    }

    @Test
    void isCountedWhileSomebodyWorksOnTheRecord() {
      var number = events.raised();
      agent.act(number, "wait", Map.of("waitingFor", "SUPPLIER"));
      assertThat(events.send("CRITICAL").at("outcome")).isEqualTo("COUNTED");
      assertThat(agent.incident(number).at("status")).isEqualTo("WAITING");
    }

    @Test
    void isCountedOnTheIncidentThatThisOneIsADuplicateOf() {
      var original = new Events(port).raised();
      var number = events.raised();
      events.complete(
          "agent",
          number,
          Map.of(
              "mechanism", "DUPLICATE",
              "duplicateOf", original,
              "category", "other",
              "impact", "MEDIUM",
              "urgency", "HIGH"));
      assertThat(agent.incident(number).at("status")).isEqualTo("CLOSED");

      var next = events.send("CRITICAL");
      assertThat(next.at("outcome")).isEqualTo("COUNTED");
      assertThat(next.at("number")).isEqualTo(original);
      assertThat(monitoring.alarmsOf(original)).hasSize(2);
    }
  }

  @Nested
  class ARecovery {

    private List<String> told(String number) {
      return jdbc.sql(
              "select recipient from itsm.notification"
                  + " where record = ? and template = 'incident-recovery-observed'")
          .param(number)
          .query(String.class)
          .list();
    }

    @Test
    void proposesToResolveAndResolvesNothing() {
      var number = events.raised();
      var answer = events.with("occurredAt", "2026-03-02T08:03:00Z").send("RECOVERED");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.at("outcome")).isEqualTo("RECOVERED");
      assertThat(answer.at("number")).isEqualTo(number);
      assertThat(answer.at("status")).isEqualTo("NEW");
      assertThat(answer.at("recoveredAt")).isEqualTo("2026-03-02T08:03:00Z");
      assertThat(answer.at("count")).isEqualTo("1");
      assertThat(agent.incident(number).at("status")).isEqualTo("NEW");
      assertThat(facts(number)).containsExactly("incident.alarmRaised", "incident.recovered");
      assertThat(told(number)).containsExactly("group:service-desk");
    }

    @Test
    void isToldOnce() {
      var number = events.raised();
      events.send("RECOVERED");
      events.send("OK");
      assertThat(facts(number)).containsExactly("incident.alarmRaised", "incident.recovered");
      assertThat(told(number)).hasSize(1);
    }

    @Test
    void isWithdrawnByTheNextEventAndMayBeToldAgain() {
      var number = events.raised();
      events.send("RECOVERED");
      var back = events.send("CRITICAL");

      assertThat(back.at("outcome")).isEqualTo("COUNTED");
      assertThat(back.at("recoveredAt")).isNull();
      assertThat(facts(number))
          .containsExactly(
              "incident.alarmRaised", "incident.recovered", "incident.recoveryWithdrawn");
      events.send("RECOVERED");
      assertThat(facts(number)).hasSize(4).endsWith("incident.recovered");
      assertThat(told(number)).hasSize(2);
    }

    @Test
    void isNotWithdrawnByAnEventFromBefore() {
      var number = events.raised();
      events.with("occurredAt", "2026-03-02T08:03:00Z").send("RECOVERED");
      events.with("occurredAt", "2026-03-02T08:02:00Z").send("CRITICAL");
      assertThat(alarm(number).recoveredAt()).isEqualTo(Instant.parse("2026-03-02T08:03:00Z"));
    }

    @Test
    void saysNothingIfTheAlarmWasRaisedAfterIt() {
      var number = events.raised();
      var late = events.with("occurredAt", "2026-03-02T07:58:00Z").send("RECOVERED");
      assertThat(late.at("outcome")).isEqualTo("OUTDATED");
      assertThat(alarm(number).recoveredAt()).isNull();
      assertThat(facts(number)).containsExactly("incident.alarmRaised");
    }

    @Test
    void isKeptWhereNothingIsOpen() {
      var answer = events.send("RECOVERED");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.at("outcome")).isEqualTo("NOTHING_OPEN");
      assertThat(answer.at("number")).isNull();
      assertThat(incidents()).isZero();
      assertThat(
              jdbc.sql("select outcome from itsm.monitoring_event where source = ?")
                  .param(events.source())
                  .query(String.class)
                  .list())
          .containsExactly("NOTHING_OPEN");
    }

    @Test
    void saysNothingToAnIncidentThatHasEnded() {
      var number = events.raised();
      agent.act(number, "cancel", Map.of("reason", "Planned work"));
      assertThat(events.send("RECOVERED").at("outcome")).isEqualTo("NOTHING_OPEN");
      assertThat(facts(number)).containsExactly("incident.alarmRaised");
      assertThat(told(number)).isEmpty();
    }

    @Test
    void ofAnAlarmThatComesAndGoesIsToldTenTimes() {
      var number = events.raised();
      for (int i = 0; i < 15; i++) {
        events.send("RECOVERED");
        events.send("CRITICAL");
      }
      assertThat(alarm(number).recoveries()).isEqualTo(15);
      assertThat(facts(number).stream().filter("incident.recovered"::equals)).hasSize(10);
      assertThat(facts(number).stream().filter("incident.recoveryWithdrawn"::equals)).hasSize(10);
      assertThat(told(number)).hasSize(10);
    }
  }

  @Nested
  class AnEventAfterTheEnd {

    @Test
    void isOnlyCountedForAShortTime() {
      var number = events.raised();
      agent.act(number, "cancel", Map.of("reason", "Planned work"));
      letPass(Duration.ofMinutes(4));
      assertThat(events.send("CRITICAL").at("number")).isEqualTo(number);
      assertThat(alarm(number).count()).isEqualTo(2);
      assertThat(agent.incident(number).at("status")).isEqualTo("CANCELLED");
    }

    @Test
    void makesANewIncidentLater() {
      var number = events.raised();
      events.send("CRITICAL");
      agent.act(number, "cancel", Map.of("reason", "Planned work"));
      letPass(Duration.ofMinutes(5));

      var next = events.send("CRITICAL");
      assertThat(next.status()).isEqualTo(201);
      assertThat(next.at("number")).isNotEqualTo(number);
      assertThat(next.at("count")).isEqualTo("1");
      assertThat(alarm(number).count()).isEqualTo(2);
      assertThat(events.send("CRITICAL").at("number")).isEqualTo(next.at("number"));
      assertThat(incidents()).isEqualTo(2);
    }

    @Test
    void makesANewIncidentAtOnceIfTheAlarmWasOver() {
      var number = events.raised();
      events.send("RECOVERED");
      agent.act(number, "cancel", Map.of("reason", "Planned work"));
      assertThat(events.send("CRITICAL").at("outcome")).isEqualTo("RAISED");
    }

    @Test
    void opensAResolvedIncidentAgain() {
      var number = events.raised();
      events.resolve(number);
      assertThat(agent.incident(number).at("status")).isEqualTo("RESOLVED");
      assertThat(events.send("CRITICAL").at("outcome")).isEqualTo("COUNTED");
      assertThat(agent.incident(number).at("status")).isEqualTo("RESOLVED");
      letPass(Duration.ofMinutes(5));

      var back = events.send("CRITICAL");
      assertThat(back.status()).isEqualTo(200);
      assertThat(back.at("outcome")).isEqualTo("REOPENED");
      assertThat(back.at("number")).isEqualTo(number);
      assertThat(back.at("status")).isEqualTo("ASSIGNED");
      assertThat(back.at("count")).isEqualTo("3");
      assertThat(agent.incident(number).at("reopenCount")).isEqualTo("1");
      assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void makesANewIncidentIfTheResolvedOneCannotBeOpened() {
      var number = events.raised();
      events.resolve(number);
      letPass(Duration.ofMinutes(5));
      // As if the model let a resolved incident wait for something else than a confirmation.
      jdbc.sql("update ACT_RU_TASK set TASK_DEF_KEY_ = 'userTask_other' where PROC_INST_ID_ = ?")
          .param(agent.incident(number).at("/process/instanceId"))
          .update();

      var next = events.send("CRITICAL");
      assertThat(next.at("outcome")).as(next.text()).isEqualTo("RAISED");
      assertThat(next.at("number")).isNotEqualTo(number);
      assertThat(agent.incident(number).at("status")).isEqualTo("RESOLVED");
    }
  }
}
