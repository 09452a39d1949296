package org.itsmsuite.duty;

import java.util.Map;

/**
 * A user task in which a second duty is done.
 *
 * @param process key of the process
 * @param task id of the task in its model
 * @param when values that a completion must have to be the duty; empty: every way to end it is
 */
public record DutyTask(String process, String task, Map<String, String> when) {

  public DutyTask {
    when = Map.copyOf(when);
  }

  /** The task, however it ends. */
  public static DutyTask of(String process, String task) {
    return new DutyTask(process, task, Map.of());
  }

  boolean is(String otherProcess, String otherTask) {
    return process.equals(otherProcess) && task.equals(otherTask);
  }

  boolean fits(Map<String, ?> values) {
    return when.entrySet().stream()
        .allMatch(one -> one.getValue().equals(String.valueOf(values.get(one.getKey()))));
  }
}
