package org.itsmsuite.change.work.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.change.web.ChangePractice;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The plan of tasks over the API and on its page. */
@DemoSuite
class PlanWebTest {

  private static final Map<String, Object> STOP =
      Map.of("order", 1, "group", "second-level", "what", "Stop <it>", "minutes", 10);
  private static final Map<String, Object> START =
      Map.of("order", 2, "group", "third-level", "what", "Start it", "minutes", 20);

  @LocalServerPort int port;
  private ChangePractice people;

  @BeforeEach
  void itIsMondayNine() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T08:00:00Z")));
    people = new ChangePractice(port);
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  private Answer put(String account, String number, Object... steps) {
    return people
        .as(account)
        .put("/api/changes/" + number + "/plan", Map.of("steps", List.of(steps)));
  }

  @Test
  void isKeptWithItsTimesAndRefusedFieldByField() {
    String number = people.requested("requester");
    Answer kept = put("change-manager", number, STOP, START);
    assertThat(kept.status()).as(kept.text()).isEqualTo(200);
    assertThat(kept.at("/minutes")).isEqualTo("30");
    assertThat(kept.at("/steps/1/plannedFrom")).isEqualTo("2026-03-07T20:10:00Z");
    assertThat(kept.at("/steps/1/plannedTo")).isEqualTo("2026-03-07T20:30:00Z");
    assertThat(people.as("auditor").get("/api/changes/" + number + "/plan").body())
        .isEqualTo(kept.body());

    Answer wrong =
        put("change-manager", number, STOP, Map.of("order", 3, "group", "no-such", "minutes", 5));
    assertThat(wrong.refusal()).isEqualTo("400 request.missing");
    assertThat(wrong.text())
        .contains("steps[1].what", "steps[1].group", "change.unknown-group", "change.plan-gap");
    assertThat(people.as("auditor").get("/api/changes/" + number + "/plan").at("/steps/1/what"))
        .isEqualTo("Start it");
  }

  @Test
  void theGroupThatCarriesItOutPlansAndNobodyElse() {
    String number =
        people.requested("change-manager", ChangePractice.asked("group", "third-level"));
    assertThat(put("specialist", number, STOP).refusal())
        .isEqualTo("403 change.action-not-allowed");
    assertThat(put("auditor", number, STOP).status()).isEqualTo(403);
    assertThat(put("requester", number, STOP).status()).isIn(403, 404);
    assertThat(put("engineer", number, STOP).status()).isEqualTo(200);
  }

  @Test
  void isEditedOnItsPage() {
    String number = people.requested("change-manager");
    var browser = Visitor.browser(port);
    browser.logIn("change-manager", "change-manager");
    String page = "/changes/" + number + "/plan";
    assertThat(browser.get("/changes/" + number).body()).contains("href=\"" + page + "\"");
    assertThat(browser.get(page).body()).contains("There is no plan", "Edit the plan");

    var refused = browser.form(page, Map.of("steps[1].order", "2", "steps[1].what", "Stop <it>"));
    assertThat(refused.body())
        .contains("The plan was not kept", "Step 1: Say which group does it.", "Stop &lt;it&gt;");
    assertThat(refused.body()).contains("href=\"#steps[0].group\"", "id=\"steps[0].group\"");

    browser.form(
        page,
        Map.of(
            "steps[1].order", "1",
            "steps[1].group", "third-level",
            "steps[1].what", "Stop <it>",
            "steps[1].minutes", "15"));
    assertThat(browser.get(page).body())
        .contains("It takes 15 minutes", "Stop &lt;it&gt;", ChangePractice.TITLE);
    assertThat(browser.get("/changes/" + number).body()).contains("Stop &lt;it&gt;");
  }

  @Test
  void onceWithdrawnItIsNotEdited() {
    String number = people.requested("change-manager");
    people.as("change-manager").act(number, "withdraw", Map.of("reason", "No need"));
    assertThat(put("change-manager", number, STOP).refusal()).isEqualTo("409 change.not-open");
  }
}
