package org.itsmsuite.engine;

import java.time.Instant;

/** Answers for repeating timers whose next date is not in the model but computed from facts. */
public interface TimerDates {

  /** The date of a timer at rest: never null, and never reached. */
  Instant REST = Instant.parse("9999-01-01T00:00:00Z");

  /** Whether this is the value of such a timer, for instance {@code INC-000001/resolution}. */
  boolean handles(String value);

  /**
   * The timer's next date, strictly later than {@code now}. Never null: a timer at rest gets {@link
   * #REST}.
   */
  Instant nextAfter(String value, Instant now);
}
