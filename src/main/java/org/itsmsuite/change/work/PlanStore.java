package org.itsmsuite.change.work;

/** Keeps plans of changes. Joins the caller's transaction. */
public interface PlanStore {

  /** {@link WorkPlan#NONE} if there is none. */
  WorkPlan of(String change);

  /** Takes the place of the plan that there was, of which no step may have been done. */
  void replace(String change, WorkPlan plan);

  /**
   * Writes what came of a step.
   *
   * @throws org.itsmsuite.incident.ConcurrentChangeException if somebody else has
   */
  void done(String change, PlanStep step);
}
