package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.monitoring.Alarm;
import org.itsmsuite.monitoring.Monitoring;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stories of alarms, as a monitoring tool and the desk live them. */
@DemoSuite
class EventApiTest {

  private static final Instant MONDAY_NINE = Instant.parse("2026-03-02T08:00:00Z");

  @LocalServerPort int port;
  @Autowired Monitoring monitoring;
  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  private Events events;
  private Program agent;

  @BeforeEach
  void itIsMondayNine() {
    ClockUtil.setCurrentTime(Date.from(MONDAY_NINE));
    events = new Events(port);
    agent = Program.of(port, "agent");
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  private static void letPass(Duration time) {
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
  }

  private Alarm alarm(String number) {
    assertThat(monitoring.alarmsOf(number)).hasSize(1);
    return monitoring.alarmsOf(number).get(0);
  }

  private List<String> facts(String number) {
    return ledger.of(number).stream()
        .map(LedgerEntry::what)
        .filter(what -> what.contains("alarm") || what.contains("recover"))
        .toList();
  }

  private long incidents() {
    return jdbc.sql("select count(*) from itsm.incident where description like ?")
        .param("%Source: " + events.source() + "%")
        .query(Long.class)
        .single();
  }

  @Nested
  class TheFirstEvent {

    @Test
    void makesAnIncident() {
      var answer = events.send("CRITICAL");

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.location()).isEqualTo("/api/incidents/" + answer.at("number"));
      assertThat(answer.at("outcome")).isEqualTo("RAISED");
      assertThat(answer.at("status")).isEqualTo("NEW");
      assertThat(answer.at("count")).isEqualTo("1");
      assertThat(answer.at("repeated")).isEqualTo("false");
      assertThat(answer.at("firstOccurredAt")).isEqualTo("2026-03-02T07:59:00Z");
      assertThat(answer.at("lastOccurredAt")).isEqualTo("2026-03-02T07:59:00Z");
      assertThat(answer.at("recoveredAt")).isNull();
    }

    @Test
    void isAllThatTheIncidentSays() {
      var incident = agent.get(events.send("CRITICAL").location());

      assertThat(incident.at("title")).isEqualTo("Queue does not shrink");
      assertThat(incident.at("service")).isEqualTo("email");
      assertThat(incident.at("configurationItem")).isEqualTo("Mail relay 2");
      assertThat(incident.at("channel")).isEqualTo("monitoring");
      assertThat(incident.at("customer")).isEqualTo("north-office");
      assertThat(incident.at("requester")).isEqualTo("agent");
      assertThat(incident.at("kind")).isEqualTo("INTERRUPTION");
      assertThat(incident.at("priority")).isEqualTo("P2");
      assertThat(incident.at("description"))
          .contains(events.source(), "CRITICAL", "2026-03-02T07:59:00Z");
      assertThat(facts(incident.at("number"))).containsExactly("incident.alarmRaised");
    }

    @ParameterizedTest
    @CsvSource({
      "EMERGENCY, INTERRUPTION, HIGH, HIGH",
      "critical, INTERRUPTION, MEDIUM, HIGH",
      "Error, DEGRADATION, MEDIUM, MEDIUM",
      "WARNING, NOT_YET_IMPACTING, NONE_YET, MEDIUM",
      "what-a-mess, NOT_YET_IMPACTING, NONE_YET, LOW"
    })
    void isJudgedByTheReleasedTable(String severity, String kind, String impact, String urgency) {
      var incident = agent.get(events.send(severity).location());

      assertThat(incident.at("kind")).isEqualTo(kind);
      assertThat(incident.at("impact")).isEqualTo(impact);
      assertThat(incident.at("urgency")).isEqualTo(urgency);
    }

    @Test
    void goesToTheCustomerOfTheService() {
      var incident = agent.get(events.with("service", "legal").send("CRITICAL").location());
      assertThat(incident.at("customer")).isEqualTo("south-office");
    }

    @Test
    void needsNoConfigurationItem() {
      events.with("configurationItem", null);
      assertThat(events.send("CRITICAL").status()).isEqualTo(201);
      assertThat(events.send("CRITICAL").status()).isEqualTo(200);
    }
  }

  @Nested
  class TheSameEventAgain {

    @Test
    void changesNothing() {
      var event = events.event("WARNING");
      var first = events.sent(event);
      var second = events.sent(event);

      assertThat(first.status()).isEqualTo(201);
      assertThat(second.status()).isEqualTo(200);
      assertThat(second.location()).isNull();
      assertThat(second.at("number")).isEqualTo(first.at("number"));
      assertThat(second.at("outcome")).isEqualTo("RAISED");
      assertThat(second.at("repeated")).isEqualTo("true");
      assertThat(second.at("count")).isEqualTo("1");
      assertThat(incidents()).isEqualTo(1);
      assertThat(agent.get(first.location()).at("kind")).isEqualTo("NOT_YET_IMPACTING");
    }

    @Test
    void isKnownByItsIdWhateverItSays() {
      var event = events.event("CRITICAL");
      var number = events.sent(event).at("number");
      event.put("title", "Something else");
      event.put("severity", "RECOVERED");

      assertThat(events.sent(event).at("number")).isEqualTo(number);
      assertThat(alarm(number).recoveredAt()).isNull();
      assertThat(incidents()).isEqualTo(1);
    }

    @Test
    void isAnotherOneFromAnotherSource() {
      var event = events.event("CRITICAL");
      var number = events.sent(event).at("number");
      event.put("source", events.source() + " of another site");

      var other = events.sent(event);
      assertThat(other.status()).isEqualTo(201);
      assertThat(other.at("number")).isNotEqualTo(number);
    }

    @Test
    void tellsHowTheIncidentStandsNow() {
      var event = events.event("CRITICAL");
      var number = events.sent(event).at("number");
      events.send("CRITICAL");
      agent.act(number, "cancel", Map.of("reason", "Planned work"));

      var again = events.sent(event);
      assertThat(again.at("status")).isEqualTo("CANCELLED");
      assertThat(again.at("count")).isEqualTo("2");
    }

    @Test
    void isHarmlessWhereNothingCameOfIt() {
      var event = events.event("INFO");
      events.sent(event);
      assertThat(events.sent(event).at("outcome")).isEqualTo("IGNORED");
    }
  }

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

  @Nested
  class Reading {

    @Test
    void showsTheEventsOfARecordPageByPage() {
      var number = events.raised();
      events.send("WARNING");
      events.send("RECOVERED");
      new Events(port).raised();

      var page = Program.of(port, "auditor").get("/api/events?record=" + number + "&size=2");
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      assertThat(page.body().path("content").findValuesAsText("severity"))
          .containsExactly("RECOVERED", "WARNING");
      assertThat(page.body().path("page").toString())
          .isEqualTo("{\"number\":0,\"size\":2,\"totalElements\":3,\"totalPages\":2}");
      var first = agent.get("/api/events?record=" + number + "&size=2&page=1");
      assertThat(names(first.body().at("/content/0")))
          .containsExactly(
              "source",
              "eventId",
              "service",
              "configurationItem",
              "title",
              "severity",
              "occurredAt",
              "receivedAt",
              "sender",
              "outcome",
              "record");
      assertThat(first.at("/content/0/outcome")).isEqualTo("RAISED");
      assertThat(first.at("/content/0/receivedAt")).isEqualTo("2026-03-02T08:00:00Z");
      assertThat(first.at("/content/0/sender")).isEqualTo("agent");
    }

    @Test
    void tellsNothingOfRecordsThatOneMayNotSee() {
      var number = events.raised();
      var hidden = Program.of(port, "release-manager").get("/api/events?record=" + number);
      var absent = Program.of(port, "release-manager").get("/api/events?record=INC-999999");
      assertThat(hidden.refusal()).isEqualTo("404 incident.not-found");
      assertThat(hidden.text().replace(number, "N"))
          .isEqualTo(absent.text().replace("INC-999999", "N"));
    }

    @Test
    void needsARecordAndAPossiblePage() {
      assertThat(agent.get("/api/events").refusal()).isEqualTo("400 request.missing");
      assertThat(agent.get("/api/events?record=INC-000001&size=101").refusal())
          .isEqualTo("400 request.out-of-range");
      assertThat(agent.get("/api/events?record=INC-000001&page=-1").refusal())
          .isEqualTo("400 request.out-of-range");
      assertThat(agent.get("/api/events?record=INC-000001&page=some").refusal())
          .isEqualTo("400 request.wrong-value");
    }

    @Test
    void isInTheDescriptionOfTheApi() {
      var description = agent.get("/v3/api-docs").body().path("paths").path("/api/events");
      assertThat(names(description)).contains("get", "post");
      assertThat(names(description.at("/post/responses"))).contains("200", "201");
    }
  }

  @Nested
  class Rights {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "agent",
          "specialist",
          "engineer",
          "security-officer",
          "incident-manager",
          "admin"
        })
    void letThoseSendWhoWorkOnIncidents(String account) {
      var answer = Program.of(port, account).post("/api/events", events.event("WARNING"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.at("number")).startsWith("INC-");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "requester",
          "customer-contact",
          "supplier-1",
          "auditor",
          "process-owner",
          "cab-1"
        })
    void keepOthersFromSending(String account) {
      var answer = Program.of(port, account).post("/api/events", events.event("WARNING"));
      assertThat(answer.refusal()).isEqualTo("403 login.forbidden");
      assertThat(incidents()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "customer-contact", "supplier-1"})
    void keepOutsidersFromReading(String account) {
      var number = events.raised();
      assertThat(Program.of(port, account).get("/api/events?record=" + number).refusal())
          .isEqualTo("403 login.forbidden");
    }

    @Test
    void needALogIn() {
      var nobody = Visitor.browser(port).json("/api/events", "{}");
      assertThat(nobody.statusCode()).isEqualTo(401);
    }
  }

  private static List<String> names(com.fasterxml.jackson.databind.JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
