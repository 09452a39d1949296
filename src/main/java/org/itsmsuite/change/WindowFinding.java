package org.itsmsuite.change;

import java.util.List;

/**
 * Something about a window.
 *
 * @param kind such as {@code SAME_ITEM}, {@code DEPENDENCY}, {@code FREEZE}
 * @param key stable, such as {@code schedule.freeze}
 * @param text a sentence for people; names every item that it is about
 * @param items ids of all items of the change that it is about; empty if it is about the change
 * @param otherChange number of the change it collides with; may be null
 * @param overlap how the two windows lie; null unless it is about another change
 * @param path ids of the items from ours to the one they meet in; may be empty
 */
public record WindowFinding(
    String kind,
    Severity severity,
    String key,
    String text,
    List<String> items,
    String otherChange,
    Window.Overlap overlap,
    List<String> path) {

  /** Whether it forbids the window. */
  public enum Severity {
    BLOCK,
    WARN
  }

  public WindowFinding {
    items = List.copyOf(items);
    path = List.copyOf(path);
  }

  public boolean isBlocking() {
    return severity == Severity.BLOCK;
  }
}
