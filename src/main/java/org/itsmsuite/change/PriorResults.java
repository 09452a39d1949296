package org.itsmsuite.change;

import java.util.Collection;

/** What became of earlier changes of the same items. */
@FunctionalInterface
public interface PriorResults {

  /** The span that is looked back over is set in {@code config/changes.yaml}. */
  FailureHistory of(Collection<String> items);
}
