package org.itsmsuite.change.work.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.change.Changes;
import org.itsmsuite.change.web.ChangePractice;
import org.itsmsuite.change.work.DeployedItems;
import org.itsmsuite.configuration.Items;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I-09: an incident that a change has caused, over the API and on pages; I-13. */
@DemoSuite
class CausedIncidentsTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Restrictions restrictions;
  @Autowired Changes changes;
  @Autowired DeployedItems deployed;
  @Autowired Items items;
  private ChangePractice people;
  private String incident;

  @BeforeEach
  void somethingIsBroken() {
    people = new ChangePractice(port);
    incident = reported(people.as("agent"), report("title", "Broken " + UUID.randomUUID()));
  }

  private String begun() {
    String number = people.requested("change-manager");
    jdbc.sql("update itsm.change_record set started_at = opened_at where number = ?")
        .param(number)
        .update();
    return number;
  }

  private String caused(String account, String number) {
    var answer =
        people
            .as(account)
            .act(incident, "caused-by-change", Map.of("number", number, "reason", "The log"));
    return answer.status() == 200 ? "200" : answer.refusal();
  }

  private String page(String account, String path) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    return browser.get(path).body();
  }

  private String facts(String number) {
    return people.as("agent").get("/api/records/" + number + "/timeline").text();
  }

  @Test
  void i09StaffLinkThemAndBothPagesShowIt() {
    String number = begun();
    assertThat(caused("agent", number)).isEqualTo("200");

    assertThat(page("agent", "/incidents/" + incident)).contains("/records/" + number);
    assertThat(page("change-manager", "/changes/" + number))
        .contains("Incidents it caused: 1", "/records/" + incident);
    assertThat(facts(incident)).contains("incident.causedByChange", number);
    assertThat(facts(number)).contains("change.causedIncident", incident);
    assertThat(caused("agent", number)).isEqualTo("409 incident.already-caused");

    var taken =
        people
            .as("agent")
            .act(incident, "not-caused-by-change", Map.of("number", number, "reason", "No"));
    assertThat(taken.status()).as(taken.text()).isEqualTo(200);
    assertThat(page("change-manager", "/changes/" + number)).doesNotContain("Incidents it caused");
  }

  @Test
  void i09AChangeThatNobodyBeganOrThatIsNotThereHasCausedNothing() {
    assertThat(caused("agent", people.requested("change-manager")))
        .isEqualTo("409 change.not-begun");
    assertThat(caused("agent", "CHG-999999")).isEqualTo("400 incident.unknown-change");
  }

  @Test
  void i09WhoMayNotKnowOfTheChangeLearnsNothing() {
    String number = begun();
    assertThat(caused("agent", number)).isEqualTo("200");
    restrictions.restrict(number);

    assertThat(page("agent", "/incidents/" + incident)).doesNotContain(number);
    assertThat(facts(incident)).doesNotContain(number);
    assertThat(caused("agent", number)).isEqualTo("400 incident.unknown-change");
    assertThat(
            people
                .as("agent")
                .act(incident, "not-caused-by-change", Map.of("number", number, "reason", "No"))
                .refusal())
        .isEqualTo("409 incident.not-caused");
    assertThat(caused("requester", number)).startsWith("40");
  }

  @Test
  void i13WhatWasDeployedStandsInTheHistoryOfItsItems() {
    String number =
        people.requested("change-manager", ChangePractice.asked("items", List.of("email")));
    long before = items.find("email").orElseThrow().version();
    deployed.deployed(changes.find(number));

    assertThat(items.find("email").orElseThrow().version()).isEqualTo(before + 1);
    assertThat(page("change-manager", "/items/email")).contains(number);

    String secret =
        people.requested("change-manager", ChangePractice.asked("items", List.of("email")));
    restrictions.restrict(secret);
    deployed.deployed(changes.find(secret));
    assertThat(items.find("email").orElseThrow().version()).isEqualTo(before + 1);
  }
}
