package org.itsmsuite.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The facts of one clock. {@code dueAt} is the one derived value that is kept, so that lists can be
 * sorted by it in the database; it is computed anew with every change.
 *
 * <p>An update clock counts in rounds: each time word is due, its row starts anew. What became of
 * the rounds before stands in the ledger; the row keeps how many there were.
 *
 * @param terms what it was promised with
 * @param allowed what is allowed from {@code startedAt} on; differs from the target only after a
 *     priority change that is not retroactive
 * @param generation grows by one whenever the due instant moves and with each round
 * @param generationSince when it last moved; milestones that were past by then and already told are
 *     not told again
 * @param breachedAt the due instant that was missed; never undone within its round
 * @param kept rounds of an update clock that ended in time; 0 for other kinds
 * @param missed rounds of an update clock that ended too late; 0 for other kinds
 * @param version the row's, counted by the store: a clock that somebody else has saved meanwhile is
 *     not saved
 */
public record SlaClock(
    UUID id,
    String record,
    ClockKind kind,
    String run,
    String bundle,
    String priority,
    int level,
    ClockTerms terms,
    Duration allowed,
    Instant startedAt,
    Instant dueAt,
    int generation,
    Instant generationSince,
    Instant metAt,
    Instant breachedAt,
    Instant cancelledAt,
    int kept,
    int missed,
    int version) {

  static SlaClock started(
      Promise promise, ClockKind kind, ClockTerms terms, Instant since, Instant due) {
    return new SlaClock(
        UUID.randomUUID(),
        promise.record(),
        kind,
        promise.run(),
        promise.bundle(),
        promise.priority(),
        promise.level(),
        terms,
        terms.target(),
        since,
        due,
        1,
        since,
        null,
        null,
        null,
        0,
        0,
        0);
  }

  /** Still counting: neither met nor cancelled. A breached clock goes on until it is met. */
  public boolean isOpen() {
    return metAt == null && cancelledAt == null;
  }

  public Duration target() {
    return terms.target();
  }

  public boolean isPeriodic() {
    return terms.periodic();
  }

  /** As the engine's timer and the milestones name it: {@code INC-000001/resolution}. */
  public String timer() {
    return record + "/" + kind.id();
  }

  boolean isPausedBy(Pause pause) {
    return pause.reason().equals(Pause.RESOLVED)
        ? kind == ClockKind.RESOLUTION
        : terms.pauseReasons().contains(pause.reason());
  }

  /** Whether whoever works on the record is to see it as due; periodic word has its own task. */
  boolean concernsTheWork() {
    return isOpen() && !isPeriodic();
  }

  SlaClock due(Instant due, Instant now) {
    if (due.equals(dueAt)) {
      return this;
    }
    var copy = new ClockCopy(this);
    copy.dueAt = due;
    copy.generation++;
    copy.generationSince = now;
    return copy.clock();
  }

  SlaClock promising(String newPriority, Target newTarget, Duration newAllowed, Instant start) {
    var copy = new ClockCopy(this);
    copy.priority = newPriority;
    copy.terms = terms.promising(newTarget);
    copy.allowed = newAllowed;
    copy.startedAt = start;
    return copy.clock();
  }

  SlaClock prioritised(String newPriority) {
    var copy = new ClockCopy(this);
    copy.priority = newPriority;
    return copy.clock();
  }

  /** As the record is worked on now. */
  SlaClock worked(Promise now) {
    var copy = new ClockCopy(this);
    copy.priority = now.priority();
    copy.level = now.level();
    return copy.clock();
  }

  SlaClock startedAgain(Instant now) {
    var copy = new ClockCopy(this);
    copy.allowed = terms.target();
    copy.startedAt = now;
    copy.metAt = null;
    return copy.clock();
  }

  SlaClock startedAt(Instant earlier) {
    var copy = new ClockCopy(this);
    copy.startedAt = earlier;
    return copy.clock();
  }

  /** The next round of an update clock: a new generation, with nothing met or missed yet. */
  SlaClock round(ClockTerms newTerms, Instant start, Instant due) {
    var copy = new ClockCopy(this);
    copy.terms = newTerms;
    copy.allowed = newTerms.target();
    copy.startedAt = start;
    copy.dueAt = due;
    copy.generation++;
    copy.generationSince = start;
    copy.metAt = null;
    copy.breachedAt = null;
    copy.cancelledAt = null;
    return copy.clock();
  }

  /** Null: it goes on after all. */
  SlaClock met(Instant at) {
    var copy = new ClockCopy(this);
    copy.metAt = at;
    if (at != null && kind == ClockKind.UPDATE) {
      copy.kept += breachedAt == null ? 1 : 0;
      copy.missed += breachedAt == null ? 0 : 1;
    }
    return copy.clock();
  }

  SlaClock breached(Instant at) {
    var copy = new ClockCopy(this);
    copy.breachedAt = at;
    return copy.clock();
  }

  SlaClock cancelled(Instant at) {
    var copy = new ClockCopy(this);
    copy.cancelledAt = at;
    copy.missed += kind == ClockKind.UPDATE && breachedAt != null ? 1 : 0;
    return copy.clock();
  }

  SlaClock atLevel(int newLevel) {
    var copy = new ClockCopy(this);
    copy.level = newLevel;
    return copy.clock();
  }

  /** As the store has it after saving. */
  public SlaClock saved() {
    var copy = new ClockCopy(this);
    copy.version++;
    return copy.clock();
  }
}
