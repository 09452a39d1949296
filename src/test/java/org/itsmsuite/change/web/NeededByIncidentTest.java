package org.itsmsuite.change.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.HashMap;
import java.util.Map;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** I-07 and I-08: an incident gets the change it needs, waits for it, and goes on afterwards. */
@DemoSuite
class NeededByIncidentTest {

  @LocalServerPort int port;
  @Autowired Restrictions restrictions;
  private ChangePractice people;
  private Program specialist;

  @BeforeEach
  void peopleCome() {
    people = new ChangePractice(port);
    specialist = people.as("specialist");
  }

  /** An incident whose work says that only a change helps. */
  private String incident() {
    String incident = triaged("Mail server broken");
    change(incident);
    return incident;
  }

  private String triaged(String title) {
    String incident = reported(specialist, report("title", title));
    people.done(
        "agent",
        incident,
        "userTask_triageIncident",
        Map.of(
            "mechanism", "INCIDENT", "category", "other", "impact", "MEDIUM", "urgency", "MEDIUM"));
    return incident;
  }

  private void change(String incident) {
    Map<String, Object> values = new HashMap<>();
    values.put("result", "CHANGE_NEEDED");
    people.done("specialist", incident, "userTask_restoreService", values);
  }

  private String changeOf(String incident) {
    var thread = specialist.get("/api/records/" + incident + "/thread");
    for (var record : thread.body()) {
      if (record.path("number").asText().startsWith("CHG-")) {
        return record.path("number").asText();
      }
    }
    throw new AssertionError("No change beside " + incident + ": " + thread.text());
  }

  @Test
  void i07TheChangeBeginsBesideTheIncidentWhichWaits() {
    String incident = incident();
    String number = changeOf(incident);

    assertThat(specialist.incident(incident).at("status")).isEqualTo("WAITING");
    var change = people.seen("change-manager", number);
    assertThat(change.at("status")).isEqualTo("NEW");
    assertThat(change.at("cause")).isEqualTo(incident);
    assertThat(change.at("requester")).isEqualTo("specialist");
    assertThat(change.at("service")).isEqualTo("email");
    assertThat(change.at("/links/0/number")).isEqualTo(incident);
    assertThat(specialist.get("/api/records/" + incident + "/timeline").text()).contains(number);
  }

  @Test
  void i07ASecondCallForAChangeFindsTheFirst() {
    String incident = incident();
    String number = changeOf(incident);
    change(incident);

    assertThat(specialist.get("/api/records/" + incident + "/thread").text().split("CHG-"))
        .as("each number is told twice at most: itself and its address")
        .hasSizeLessThanOrEqualTo(3);
    assertThat(changeOf(incident)).isEqualTo(number);
  }

  @Test
  void i08TheIncidentGoesOnWhateverCameOfTheChange() {
    String incident = incident();
    String number = changeOf(incident);
    var withdrawn =
        people.as("change-manager").act(number, "withdraw", Map.of("reason", "Repaired instead"));

    assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);
    assertThat(specialist.incident(incident).at("status")).isNotEqualTo("WAITING");
    assertThat(specialist.get("/api/records/" + incident + "/timeline").text())
        .contains("incident.changeEnded");
  }

  @Test
  void theManagersAddWhatTheIncidentDidNotSay() {
    String number = changeOf(incident());
    people.done(
        "change-manager",
        number,
        "userTask_completeRequest",
        Map.of(
            "items", "email",
            "implementationPlan", "Replace it",
            "backOutPlan", "Put it back"));

    assertThat(people.seen("change-manager", number).at("status")).isEqualTo("ASSESSMENT");
  }

  @Test
  void theChangeOfARestrictedIncidentIsRestrictedToo() {
    String incident = triaged("Somebody reads our mail");
    restrictions.restrict(incident);
    restrictions.name(incident, Concerned.user("specialist"));
    change(incident);
    String number = changeOf(incident);

    assertThat(restrictions.isRestricted(number)).isTrue();
    assertThat(people.seen("change-manager", number).status()).isEqualTo(404);
    assertThat(people.seen("specialist", number).status()).isEqualTo(200);
    assertThat(people.as("change-manager").get("/api/changes?size=100").text())
        .doesNotContain(number);
  }
}
