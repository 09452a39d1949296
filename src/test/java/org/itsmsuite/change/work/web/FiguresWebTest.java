package org.itsmsuite.change.work.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.itsmsuite.change.web.ChangePractice;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How well changes succeed, over the API and on its page. */
@DemoSuite
class FiguresWebTest {

  private static final String FIGURES = "/api/changes/figures";

  @LocalServerPort int port;
  @Autowired Clock time;
  @Autowired Restrictions restrictions;
  private ChangePractice people;

  @BeforeEach
  void peopleCome() {
    people = new ChangePractice(port);
  }

  private String withdrawn() {
    String number = people.requested("change-manager");
    people.as("change-manager").act(number, "withdraw", Map.of("reason", "No need"));
    return number;
  }

  private long withdrawnAsSeenBy(String account) {
    return Long.parseLong(people.as(account).get(FIGURES).at("/total/notImplemented"));
  }

  @Test
  void changesThatEndedAreCountedForThoseWhoMayKnowOfThem() {
    long before = withdrawnAsSeenBy("cab-1");
    String number = withdrawn();
    assertThat(withdrawnAsSeenBy("cab-1")).isEqualTo(before + 1);
    assertThat(people.as("auditor").get(FIGURES + "?by=month").at("/content/0/notImplemented"))
        .isNotBlank();
    restrictions.restrict(number);
    assertThat(withdrawnAsSeenBy("cab-1")).isEqualTo(before);
  }

  @Test
  void theyAreForStaff() {
    assertThat(people.as("requester").get(FIGURES).refusal()).isEqualTo("403 login.forbidden");
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    assertThat(people.as("cab-1").get(FIGURES + "?by=mood").refusal())
        .isEqualTo("400 change.unknown-grouping");
    assertThat(people.as("cab-1").get(FIGURES + "?from=yesterday").refusal())
        .isEqualTo("400 request.wrong-value");
    assertThat(people.as("cab-1").get(FIGURES + "?from=2026-03-02&to=2026-03-01").refusal())
        .isEqualTo("400 change.period-ends-before-it-starts");
  }

  @Test
  void thePageShowsThemAsATable() {
    withdrawn();
    var browser = Visitor.browser(port);
    browser.logIn("cab-1", "cab-1");
    assertThat(browser.get("/changes").body()).contains("href=\"/changes/figures\"");
    assertThat(browser.get("/changes/figures?by=team").body())
        .contains("Success rate", "Not carried out", "none judged");
    assertThat(browser.get("/changes/figures?from=1999-01-01&to=1999-01-02").body())
        .contains("No change that you may see ended in this time.");
    assertThat(browser.get("/changes/figures?by=mood").body())
        .contains("change.unknown-grouping", String.valueOf(LocalDate.now(time).getYear()));
  }
}
