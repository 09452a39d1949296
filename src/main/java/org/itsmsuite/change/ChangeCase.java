package org.itsmsuite.change;

import java.util.List;

/**
 * All that people need to judge a change, as it is now.
 *
 * @param windowFindings what speaks for or against its window at this moment
 * @param items those it touches, by name
 * @param dependants names of what depends on them, the nearest first
 * @param history earlier changes of the same items
 */
public record ChangeCase(
    Change change,
    WindowVerdict windowFindings,
    List<ItemFacts.Touched> items,
    List<String> dependants,
    FailureHistory history) {

  public ChangeCase {
    items = List.copyOf(items);
    dependants = List.copyOf(dependants);
  }

  /** The views of the present round. */
  public List<Assessment> assessments() {
    return change.currentAssessments();
  }

  /** Null until the present round is complete. */
  public Risk risk() {
    return change.risk();
  }
}
