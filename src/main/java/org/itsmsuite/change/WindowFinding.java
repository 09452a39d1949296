package org.itsmsuite.change;

import java.util.List;

/**
 * Something about a window.
 *
 * @param kind such as {@code SAME_ITEM}, {@code DEPENDENCY}, {@code FREEZE}
 * @param key stable, such as {@code schedule.freeze}
 * @param text a sentence for people
 * @param item id of the item it is about; may be null
 * @param otherChange number of the change it collides with; may be null
 * @param path ids of the items from ours to the one they meet in; may be empty
 */
public record WindowFinding(
    String kind,
    Severity severity,
    String key,
    String text,
    String item,
    String otherChange,
    List<String> path) {

  /** Whether it forbids the window. */
  public enum Severity {
    BLOCK,
    WARN
  }

  public WindowFinding {
    path = List.copyOf(path);
  }

  public boolean isBlocking() {
    return severity == Severity.BLOCK;
  }
}
