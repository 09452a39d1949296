package org.itsmsuite.competence;

/**
 * Where a skill is needed: for a task, for whatever is offered to a group, or for a task while it
 * is offered to a group.
 *
 * @param group or null
 * @param process key of the process, or null; never without {@code task}
 * @param task id of the task in its model, or null
 */
public record Need(Skill skill, String group, String process, String task, Policy policy) {

  boolean isInForce() {
    return policy != Policy.OFF;
  }

  /** Whether it could be about this task, whomever that is offered to. */
  boolean mayCover(String otherProcess, String otherTask) {
    return task == null || process.equals(otherProcess) && task.equals(otherTask);
  }

  boolean covers(CoveredTask other) {
    return mayCover(other.process(), other.task())
        && (group == null || other.groups().contains(group));
  }
}
