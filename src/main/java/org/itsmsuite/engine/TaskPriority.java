package org.itsmsuite.engine;

import java.util.regex.Pattern;

/**
 * A record's priority as the engine's number, by which its lists sort: the higher the more urgent.
 * Both ways of telling mean the same; targets go by the record's.
 */
public final class TaskPriority {

  /** Of a task whose record has no priority, or none yet: the engine's own. */
  public static final int UNKNOWN = 50;

  private static final Pattern PRIORITY = Pattern.compile("P([1-9])");
  private static final int STEP = 10;

  private TaskPriority() {}

  /**
   * Such as 90 for {@code P1}, and 60 for {@code P4}.
   *
   * @param priority as the priority table writes it; null if the record has none
   */
  public static int of(String priority) {
    var found = PRIORITY.matcher(priority == null ? "" : priority);
    return found.matches() ? STEP * (STEP - Integer.parseInt(found.group(1))) : UNKNOWN;
  }
}
