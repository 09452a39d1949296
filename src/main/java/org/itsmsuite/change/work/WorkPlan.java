package org.itsmsuite.change.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The plan of tasks of a change (clause 8.5.1.3): turn after turn, in each turn steps side by side.
 *
 * @param steps in the order of their positions; none for a change that one group carries out in one
 *     task
 */
public record WorkPlan(List<PlanStep> steps) {

  public static final WorkPlan NONE = new WorkPlan(List.of());

  public WorkPlan {
    steps = List.copyOf(steps);
  }

  /** The turn whose steps are to be done now; empty if all are. */
  public OptionalInt turn() {
    return steps.stream().filter(one -> one.done() == null).mapToInt(PlanStep::turn).min();
  }

  /** The steps of this turn that are still to be done. */
  public List<PlanStep> toDo() {
    int turn = turn().orElse(0);
    return steps.stream().filter(one -> one.turn() == turn && one.done() == null).toList();
  }

  public Optional<PlanStep> step(int position) {
    return steps.stream().filter(one -> one.position() == position).findFirst();
  }

  /** How long it takes from the first to the last step: of each turn, the longest counts. */
  public Duration length() {
    return before(Integer.MAX_VALUE);
  }

  /**
   * When a step begins as planned.
   *
   * @param start when the first begins
   */
  public Instant begins(PlanStep step, Instant start) {
    return start.plus(before(step.turn()));
  }

  /** When it is over as planned, exclusive. */
  public Instant ends(PlanStep step, Instant start) {
    return begins(step, start).plus(Duration.ofMinutes(step.minutes()));
  }

  /**
   * When the turn of a step came in fact.
   *
   * @param start when the first began
   */
  public Instant came(PlanStep step, Instant start) {
    return steps.stream()
        .filter(one -> one.turn() < step.turn() && one.done() != null)
        .map(one -> one.done().to())
        .max(Comparator.naturalOrder())
        .orElse(start);
  }

  private Duration before(int turn) {
    return Duration.ofMinutes(
        steps.stream()
            .mapToInt(PlanStep::turn)
            .distinct()
            .filter(one -> one < turn)
            .mapToLong(this::longest)
            .sum());
  }

  private long longest(int turn) {
    return steps.stream()
        .filter(one -> one.turn() == turn)
        .mapToInt(PlanStep::minutes)
        .max()
        .orElse(0);
  }
}
