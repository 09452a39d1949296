package org.itsmsuite.change.work;

import java.time.Instant;

/**
 * A step of the plan of a change: something that one group does.
 *
 * @param position among the steps of the plan, from 1
 * @param turn when it comes, from 1 without gaps; steps of one turn are done side by side
 * @param minutes how long it takes, as planned
 * @param done null until it is
 */
public record PlanStep(int position, int turn, String group, String what, int minutes, Done done) {

  /**
   * What came of a step.
   *
   * @param by account of whoever did it
   * @param worked false if it failed
   * @param evidence in words
   */
  public record Done(Instant from, Instant to, String by, boolean worked, String evidence) {}

  PlanStep done(Done made) {
    return new PlanStep(position, turn, group, what, minutes, made);
  }
}
