package org.itsmsuite.monitoring.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * An alarm whose incident was found to concern security: whoever sends such events without being
 * concerned is answered as if it were not there.
 */
@DemoSuite
class HiddenAlarmTest extends MonitoredDesk {

  private static final String ELSEWHERE = "admin";

  private String hidden;
  private Events unheard;

  @BeforeEach
  void theIncidentOfAnAlarmIsRestricted() {
    hidden = events.raised();
    var promoted =
        agent.act(
            hidden,
            "reclassify",
            Map.of("mechanism", "SECURITY_INCIDENT", "reason", "The relay sends our payroll out"));
    assertThat(promoted.status()).as(promoted.text()).isEqualTo(200);
    unheard = new Events(port);
  }

  private Answer sent(Events alarm, String severity) {
    return sent(alarm.event(severity));
  }

  private Answer sent(Map<String, Object> event) {
    return Program.of(port, ELSEWHERE).post("/api/events", event);
  }

  private String same(Answer answer) {
    return answer.status()
        + (answer.location() == null ? " " : " there ")
        + answer
            .text()
            .replaceAll("INC-[0-9]+", "N")
            .replaceAll("watcher [0-9a-f-]+", "W")
            .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID");
  }

  @Nested
  class ToThoseItDoesNotConcern {

    @Test
    void anEventRaisesAnIncidentAsAnyOtherDoesAndIsCountedOnIt() {
      assertThat(same(sent(events, "CRITICAL"))).isEqualTo(same(sent(unheard, "CRITICAL")));
      assertThat(same(sent(events, "CRITICAL"))).isEqualTo(same(sent(unheard, "CRITICAL")));
      assertThat(incidents()).isEqualTo(2);
    }

    @Test
    void aRecoveryIsOfNothingThatIsOpen() {
      var answer = sent(events, "OK");
      assertThat(same(answer)).isEqualTo(same(sent(unheard, "OK")));
      assertThat(answer.at("outcome")).isEqualTo("NOTHING_OPEN");
    }

    @Test
    void theSameEventIsNewTheFirstTimeAndRepeatedThen() {
      var known = events.event("CRITICAL");
      events.sent(known);
      var never = unheard.event("CRITICAL");

      assertThat(same(sent(known))).isEqualTo(same(sent(never)));
      assertThat(same(sent(known))).isEqualTo(same(sent(never)));
    }

    @Test
    void theirOwnIncidentRecoversAsAnyOther() {
      var number = sent(events, "CRITICAL").at("number");
      sent(unheard, "CRITICAL");
      assertThat(same(sent(events, "OK"))).isEqualTo(same(sent(unheard, "OK")));
      assertThat(alarm(number).recoveries()).isEqualTo(1);
    }
  }

  @Nested
  class ThoseItConcerns {

    @Test
    void areToldOfItAsLongAsNothingElseStandsForTheAlarm() {
      assertThat(events.send("CRITICAL").at("number")).isEqualTo(hidden);
      assertThat(alarm(hidden).count()).isEqualTo(2);
    }

    @Test
    void stillSeeEveryEventOnTheirRecord() {
      var visible = sent(events, "CRITICAL").at("number");
      sent(events, "OK");
      events.send("CRITICAL");

      assertThat(alarm(hidden).count()).isEqualTo(3);
      assertThat(alarm(hidden).recoveries()).isEqualTo(1);
      assertThat(alarm(visible).count()).isEqualTo(2);
      assertThat(facts(hidden)).contains("incident.recovered");
      var kept = agent.get("/api/events?record=" + hidden);
      assertThat(kept.at("/page/totalElements")).isEqualTo("4");
      assertThat(kept.at("/content/1/outcome")).isEqualTo("RECOVERED");
      assertThat(kept.at("/content/2/outcome")).isEqualTo("COUNTED");
      assertThat(kept.text()).doesNotContain(visible);
    }

    @Test
    void countOnTheVisibleOneFromThenOnAsEverybodyDoes() {
      var visible = sent(events, "CRITICAL").at("number");
      var answer = events.send("CRITICAL");

      assertThat(answer.at("number")).isEqualTo(visible);
      assertThat(answer.at("outcome")).isEqualTo("COUNTED");
      assertThat(answer.at("count")).isEqualTo("2");
    }

    @Test
    void doNotSeeAnEventTwiceThatOthersSendAgain() {
      var known = events.event("CRITICAL");
      events.sent(known);
      sent(known);

      assertThat(alarm(hidden).count()).isEqualTo(2);
      assertThat(agent.get("/api/events?record=" + hidden).at("/page/totalElements"))
          .isEqualTo("2");
    }
  }
}
