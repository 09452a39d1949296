package org.itsmsuite.change.vote;

import java.util.Optional;
import java.util.Set;

/** Who takes part in sittings. */
@FunctionalInterface
public interface Attendance {

  /**
   * Accounts noted as attending the open sitting of a board; empty while the board does not sit.
   */
  Optional<Set<String>> attending(String board);
}
