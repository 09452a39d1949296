package org.itsmsuite.change;

/** Looks a change's window over: collisions, freezes, maintenance windows. */
@FunctionalInterface
public interface WindowChecks {

  /**
   * What speaks against the change's window now; nothing if it has none. Reads only.
   *
   * @param moment tells what is being done; a rule may be stricter the later it is
   */
  WindowVerdict check(Change change, Moment moment);
}
