package org.itsmsuite.change;

import java.util.List;

/**
 * Earlier changes of some items.
 *
 * @param reviewed how many were carried out, or tried
 * @param failed numbers of those that failed, the latest first
 */
public record FailureHistory(int reviewed, List<String> failed) {

  public FailureHistory {
    failed = List.copyOf(failed);
  }
}
