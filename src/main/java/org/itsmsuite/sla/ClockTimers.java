package org.itsmsuite.sla;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Moves what the engine holds for a record's clocks: their timers, and the due dates of open tasks.
 */
@FunctionalInterface
public interface ClockTimers {

  /**
   * What a record's timers and tasks are to be.
   *
   * @param run the process instance that carries the timers
   * @param timers {@link SlaClock#timer()} to the instant at which it fires next
   * @param taskDue earliest due of the clocks that concern the work, or null
   * @param hasUpdates whether the record has an update clock, running or not
   * @param updateDue when the next word is due, or null
   */
  record Rearmed(
      String record,
      String run,
      Map<String, Instant> timers,
      Instant taskDue,
      boolean hasUpdates,
      Instant updateDue) {}

  void rearm(Rearmed record);

  /** Collects clocks into {@link Rearmed#timers()}. */
  static Collector<SlaClock, ?, Map<String, Instant>> dates(Function<SlaClock, Instant> next) {
    return Collectors.toMap(SlaClock::timer, next);
  }
}
