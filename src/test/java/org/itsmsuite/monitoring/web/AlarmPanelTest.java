package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.Map;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What monitoring says about an incident, on the incident's page. */
@DemoSuite
class AlarmPanelTest extends MonitoredDesk {

  private static final String PANEL = "<h2 id=\"alarms\">Monitoring</h2>";

  @Autowired Restrictions restrictions;

  private Visitor of(String account) {
    var browser = Visitor.browser(port);
    browser.logIn(account, account);
    return browser;
  }

  private String page(String account, String number) {
    return of(account).get("/incidents/" + number).body();
  }

  /** The panel alone, its white space as a browser shows it. */
  private String panel(String number) {
    String page = page("agent", number);
    assertThat(page).contains(PANEL);
    return page.substring(page.indexOf(PANEL), page.indexOf("</section>", page.indexOf(PANEL)))
        .replaceAll("<[^>]+>", " ")
        .replaceAll("\\s+", " ");
  }

  @Nested
  class ForStaff {

    @Test
    void tellsWhatWasRaisedHowOftenAndWhen() {
      var number = events.raised();
      events.with("occurredAt", "2026-03-02T07:50:00Z").send("WARNING");
      events.with("occurredAt", "2026-03-02T08:02:00Z").send("CRITICAL");

      assertThat(panel(number))
          .contains("Queue does not shrink Lasts")
          .contains("Source " + events.source())
          .contains("Component Mail relay 2 (E-mail)")
          .contains("Events 3")
          .contains("First seen 2026-03-02 08:50", "Last seen 2026-03-02 09:02")
          .contains("Recovery none seen");
    }

    @Test
    void tellsThatItIsOver() {
      var number = events.raised();
      events.with("occurredAt", "2026-03-02T08:03:00Z").send("RECOVERED");

      assertThat(panel(number))
          .contains("Queue does not shrink Recovered", "Recovery seen 2026-03-02 09:03")
          .doesNotContain("Lasts", "times in all");
    }

    @Test
    void tellsThatItCameBack() {
      var number = events.raised();
      events.send("RECOVERED");
      events.send("CRITICAL");
      assertThat(panel(number)).contains("Recovery seen before, and back since");

      events.send("RECOVERED");
      assertThat(panel(number)).contains("2 times in all");
    }

    @Test
    void tellsOfEachAlarmThatADuplicateBroughtAlong() {
      var original = new Events(port).raised();
      var number = events.with("title", "Mail <b>stands</b> still").raised();
      agent.act(number, "take", Map.of());
      var merged =
          agent.act(number, "duplicate-of", Map.of("number", original, "reason", "The same"));
      assertThat(merged.status()).as(merged.text()).isEqualTo(200);
      events.send("CRITICAL");

      assertThat(panel(original))
          .contains("Queue does not shrink", "Mail &lt;b&gt;stands&lt;/b&gt; still");
      assertThat(page("agent", number)).doesNotContain(PANEL);
    }

    @Test
    void isLeftOutWhereMonitoringSaidNothing() {
      assertThat(page("agent", reported(agent, report()))).doesNotContain(PANEL);
    }
  }

  @Nested
  class ForOthers {

    @Test
    void isNotShownToTheCustomer() {
      var number = events.raised();
      String outside = page("customer-contact", number);

      assertThat(outside).contains(number).doesNotContain(PANEL, "id=\"alarms\"");
    }

    @Test
    void isShownToThoseWhoReadEventsAndOnlyRead() {
      assertThat(page("auditor", events.raised())).contains(PANEL);
    }

    @Test
    void goesWithThePageOfARestrictedRecord() {
      var number = events.raised();
      restrictions.restrict(number);

      assertThat(page("agent", number)).doesNotContain(events.source());
      assertThat(page("security-officer", number)).contains(PANEL, events.source());
    }
  }
}
