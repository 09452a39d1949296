package org.itsmsuite.engine;

import java.time.Instant;

/** Answers for repeating timers whose next date is not in the model but computed from facts. */
public interface TimerDates {

  /** Whether this is the value of such a timer, for instance {@code INC-000001/resolution}. */
  boolean handles(String value);

  /**
   * The timer's next date, strictly later than {@code now}. Never null: a timer at rest gets a date
   * far away.
   */
  Instant nextAfter(String value, Instant now);
}
