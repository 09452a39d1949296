package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a monitoring tool sends and is told, and who may send and look. */
@DemoSuite
class EventApiTest extends MonitoredDesk {

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
        strings = {"requester", "customer-contact", "supplier-1", "process-owner", "cab-1"})
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
