package org.itsmsuite.sla;

import java.time.Instant;
import java.util.Optional;

/** Says whether the agreement behind a target holds. */
@FunctionalInterface
public interface Coverage {

  /** Every agreement holds at any time, as in a replay of what was before it. */
  Coverage ALWAYS = (agreement, opened) -> Optional.empty();

  /**
   * Why an agreement promises nothing to a record opened at that instant, as part of a sentence;
   * empty if it holds.
   */
  Optional<String> gap(String agreement, Instant opened);
}
