package org.itsmsuite.deputy;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * The rules of {@code config/deputies.yaml}.
 *
 * @param standIns group to the groups whose members may stand in for its members, beside its own
 * @param longestChain how many deputies of deputies are followed
 * @param tolerance how long ago an absence may have begun when it is entered
 * @param longestAbsence no absence reaches further ahead when it is entered
 */
public record DeputyRules(
    Map<String, Set<String>> standIns,
    int longestChain,
    Duration tolerance,
    Duration longestAbsence) {

  public DeputyRules {
    standIns = Map.copyOf(standIns);
  }

  /**
   * Whether somebody of these groups may stand in for a member of this one.
   *
   * @param group null for work of no group
   */
  public boolean mayStandIn(String group, Set<String> groupsOfDeputy) {
    return group == null
        || groupsOfDeputy.contains(group)
        || !Collections.disjoint(standIns.getOrDefault(group, Set.of()), groupsOfDeputy);
  }
}
