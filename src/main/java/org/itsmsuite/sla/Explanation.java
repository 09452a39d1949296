package org.itsmsuite.sla;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.calendar.Interval;

/**
 * Why a clock is due when it is.
 *
 * @param windows working windows from the start up to the due instant
 * @param bundle the release whose targets apply
 * @param generation how often the due instant has moved, plus one; each round of an update clock
 *     moves it
 * @param kept rounds of an update clock that ended in time
 * @param missed rounds of an update clock that ended too late
 */
public record Explanation(
    ClockView clock,
    List<Interval> windows,
    List<CountedPause> pauses,
    String bundle,
    int generation,
    int kept,
    int missed) {

  /**
   * A wait of the record.
   *
   * @param to null while it lasts
   * @param counted whether this clock stood still meanwhile
   */
  public record CountedPause(String reason, Instant from, Instant to, boolean counted) {}
}
