package org.itsmsuite.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The facts of one clock. {@code dueAt} is the one derived value that is kept, so that lists can be
 * sorted by it in the database; it is computed anew with every change.
 *
 * @param target what the table promised, working time
 * @param allowed what is allowed from {@code startedAt} on; differs from the target only after a
 *     priority change that is not retroactive
 * @param generation grows by one whenever the due instant moves
 * @param generationSince when it last moved; milestones that were past by then and already told are
 *     not told again
 * @param breachedAt the due instant that was missed; never undone
 */
public record SlaClock(
    UUID id,
    String record,
    ClockKind kind,
    String run,
    String bundle,
    String priority,
    int level,
    Duration target,
    Duration allowed,
    String calendar,
    int calendarVersion,
    Set<String> pauseReasons,
    PriorityChange priorityChange,
    Reopening reopening,
    int downgradeLimit,
    Instant startedAt,
    Instant dueAt,
    int generation,
    Instant generationSince,
    Instant metAt,
    Instant breachedAt,
    Instant cancelledAt) {

  /** Still counting: neither met nor cancelled. A breached clock goes on until it is met. */
  public boolean isOpen() {
    return metAt == null && cancelledAt == null;
  }

  /** As the engine's timer and the milestones name it: {@code INC-000001/resolution}. */
  public String timer() {
    return record + "/" + kind.id();
  }

  boolean isPausedBy(Pause pause) {
    return pause.reason().equals(Pause.RESOLVED)
        ? kind == ClockKind.RESOLUTION
        : pauseReasons.contains(pause.reason());
  }

  SlaClock due(Instant due, Instant now) {
    return due.equals(dueAt)
        ? this
        : copy(priority, target, allowed, startedAt, due, generation + 1, now, metAt);
  }

  SlaClock promising(String newPriority, Target newTarget, Duration newAllowed, Instant start) {
    return copy(
        newPriority,
        newTarget.allowed(),
        newAllowed,
        start,
        dueAt,
        generation,
        generationSince,
        metAt);
  }

  SlaClock startedAgain(Instant now) {
    return copy(priority, target, target, now, dueAt, generation, generationSince, null);
  }

  SlaClock met(Instant at) {
    return copy(priority, target, allowed, startedAt, dueAt, generation, generationSince, at);
  }

  SlaClock breached(Instant at) {
    return with(level, at, cancelledAt);
  }

  SlaClock cancelled(Instant at) {
    return with(level, breachedAt, at);
  }

  SlaClock atLevel(int newLevel) {
    return with(newLevel, breachedAt, cancelledAt);
  }

  private SlaClock with(int newLevel, Instant breached, Instant cancelled) {
    return new SlaClock(
        id,
        record,
        kind,
        run,
        bundle,
        priority,
        newLevel,
        target,
        allowed,
        calendar,
        calendarVersion,
        pauseReasons,
        priorityChange,
        reopening,
        downgradeLimit,
        startedAt,
        dueAt,
        generation,
        generationSince,
        metAt,
        breached,
        cancelled);
  }

  private SlaClock copy(
      String newPriority,
      Duration newTarget,
      Duration newAllowed,
      Instant start,
      Instant due,
      int newGeneration,
      Instant since,
      Instant met) {
    return new SlaClock(
        id,
        record,
        kind,
        run,
        bundle,
        newPriority,
        level,
        newTarget,
        newAllowed,
        calendar,
        calendarVersion,
        pauseReasons,
        priorityChange,
        reopening,
        downgradeLimit,
        start,
        due,
        newGeneration,
        since,
        met,
        breachedAt,
        cancelledAt);
  }
}
