package org.itsmsuite.change.schedule;

import java.util.Optional;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.WindowFinding.Severity;

/** The released table {@code window-finding}. */
public interface WindowRules {

  /**
   * How much something counts.
   *
   * @return empty if it does not count at this moment
   */
  Optional<Severity> severity(Change change, Moment moment, Found found);

  /**
   * What was found.
   *
   * @param steps between the two items of a {@code DEPENDENCY}; 0 otherwise
   * @param otherApproved whether the other change is approved; true where there is none
   * @param agreed whether somebody answers for it already
   */
  record Found(FindingKind kind, int steps, boolean otherApproved, boolean agreed) {}
}
