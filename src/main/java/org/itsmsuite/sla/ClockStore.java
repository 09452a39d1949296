package org.itsmsuite.sla;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.refusal.Refusal;

/** Keeps the facts of clocks. */
public interface ClockStore {

  void add(SlaClock clock);

  /**
   * Saves a clock as it was read and then changed.
   *
   * @throws Refusal {@code record.changed-meanwhile} if somebody else has saved it since it was
   *     read
   */
  void save(SlaClock clock);

  static Refusal changedMeanwhile(SlaClock clock) {
    return Refusal.conflict(
        "record.changed-meanwhile",
        "Somebody else changed the clocks of "
            + clock.record()
            + " at the same moment. Look at it again, then repeat the step.");
  }

  /** Response, resolution, update. */
  List<SlaClock> of(String record);

  /** For lists: the clocks of many records in one query. */
  Map<String, List<SlaClock>> of(Collection<String> records);

  /** Oldest first. */
  List<Pause> pauses(String record);

  /** For lists: the pauses of many records in one query. */
  Map<String, List<Pause>> pauses(Collection<String> records);

  void open(Pause pause);

  /** Closes the open pause of that reason; without one, does nothing. */
  void close(String record, String reason, Instant to);

  /** Milestones already acted on, all generations. */
  List<ReachedMilestone> reached(UUID clock);

  /**
   * Remembers a milestone once per clock, generation and name.
   *
   * @return false if it had been remembered before, on this node or another
   */
  boolean remember(ReachedMilestone milestone);
}
