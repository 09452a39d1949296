package org.itsmsuite.deputy;

import java.util.List;

/**
 * What somebody would do in another's place.
 *
 * @param record number of the record, or null
 * @param groups whose work it is; empty where it is a person's own
 * @param process key of the process whose user task it is, or null
 * @param task key of the user task in its model, or null
 * @param duty id of the duty in the sense of separation of duties, such as a vote, or null
 */
public record Work(String record, List<String> groups, String process, String task, String duty) {

  public Work {
    groups = List.copyOf(groups);
  }

  /** To know of the record and look after it, as one of a group does. */
  public static Work on(String record, String group) {
    return new Work(record, group == null ? List.of() : List.of(group), null, null, null);
  }

  /** A user task. */
  public static Work task(String record, List<String> groups, String process, String task) {
    return new Work(record, groups, process, task, null);
  }

  /** Something that counts as a duty, such as a vote as a member of a board. */
  public static Work duty(String record, String group, String duty) {
    return new Work(record, List.of(group), null, null, duty);
  }
}
