package org.itsmsuite.sla;

import java.util.List;

/** The released service level targets. */
@FunctionalInterface
public interface TargetTable {

  /**
   * The targets for a record; empty when no agreement covers it ("no policy then": nothing is
   * measured).
   *
   * @param bundle the release whose table applies: pinned per record
   */
  List<Target> targets(String bundle, String service, String customer, String priority);
}
