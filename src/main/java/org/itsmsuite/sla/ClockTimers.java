package org.itsmsuite.sla;

import java.time.Instant;
import java.util.List;

/**
 * Moves what the engine holds for a record's clocks: their timers, and the due dates of open tasks.
 */
public interface ClockTimers {

  /**
   * A clock's timer fires next at that instant.
   *
   * @param timer {@link SlaClock#timer()}
   */
  record Rearmed(String timer, Instant at) {}

  /**
   * @param taskDue earliest due of the clocks that still count, or null
   */
  void rearm(String run, List<Rearmed> timers, Instant taskDue);
}
