package org.itsmsuite.change.work.web;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.work.PlanStep;
import org.itsmsuite.change.work.WorkPlan;

/**
 * A plan of tasks for programs.
 *
 * @param minutes how long all of it takes as planned
 */
record PlanBody(String number, long minutes, List<StepBody> steps) {

  /**
   * A step.
   *
   * @param order when it comes; steps of one number are done side by side
   * @param plannedFrom null while the change has no window
   * @param plannedTo exclusive
   * @param actualFrom null, like all that follows, until it is done
   * @param result {@code DONE} or {@code FAILED}
   */
  record StepBody(
      int position,
      int order,
      String group,
      String what,
      int minutes,
      Instant plannedFrom,
      Instant plannedTo,
      Instant actualFrom,
      Instant actualTo,
      String by,
      String result,
      String evidence) {}

  static PlanBody of(Change change, WorkPlan plan) {
    Instant start = change.window() == null ? null : change.window().from();
    return new PlanBody(
        change.number(),
        plan.length().toMinutes(),
        plan.steps().stream().map(step -> body(plan, step, start)).toList());
  }

  private static StepBody body(WorkPlan plan, PlanStep step, Instant start) {
    PlanStep.Done done = step.done();
    return new StepBody(
        step.position(),
        step.turn(),
        step.group(),
        step.what(),
        step.minutes(),
        start == null ? null : plan.begins(step, start),
        start == null ? null : plan.ends(step, start),
        done == null ? null : done.from(),
        done == null ? null : done.to(),
        done == null ? null : done.by(),
        done == null ? null : done.worked() ? "DONE" : "FAILED",
        done == null ? null : done.evidence());
  }
}
