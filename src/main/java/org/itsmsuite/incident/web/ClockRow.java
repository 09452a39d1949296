package org.itsmsuite.incident.web;

import java.time.ZonedDateTime;
import org.itsmsuite.calendar.SpanWords;
import org.itsmsuite.record.Labels;
import org.itsmsuite.record.PageWords;
import org.itsmsuite.sla.ClockState;
import org.itsmsuite.sla.ClockView;

/** A clock as a record's page shows it. */
record ClockRow(
    String kind,
    String kindText,
    String state,
    ZonedDateTime dueAt,
    String elapsedText,
    String targetText,
    int percent,
    boolean breached,
    String calendar,
    String explanationHref) {

  static ClockRow of(String number, ClockView clock, PageWords words) {
    return new ClockRow(
        clock.kind().name(),
        Labels.of(clock.kind()),
        clock.state().name(),
        words.time(clock.dueAt()),
        SpanWords.of(clock.elapsed()),
        SpanWords.of(clock.target()),
        clock.percent(),
        clock.state() == ClockState.BREACHED,
        clock.calendar(),
        "/incidents/" + number + "/clocks/" + clock.kind().id());
  }
}
