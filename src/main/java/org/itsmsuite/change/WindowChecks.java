package org.itsmsuite.change;

import java.util.function.Supplier;
import java.util.stream.Stream;

/** Looks a change's window over: collisions, freezes, maintenance windows. */
@FunctionalInterface
public interface WindowChecks {

  /**
   * What speaks against the change's window now; nothing if it has none. Reads only.
   *
   * @param moment tells what is being done; a rule may be stricter the later it is
   */
  WindowVerdict check(Change change, Moment moment);

  /** All that look windows over, as one; who they are is asked each time. */
  static WindowChecks all(Supplier<Stream<WindowChecks>> checks) {
    return (change, moment) ->
        new WindowVerdict(
            checks.get().flatMap(one -> one.check(change, moment).findings().stream()).toList());
  }
}
