package org.itsmsuite.restriction;

import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.Groups;

/**
 * The group that stands in wherever a restricted record would reach somebody it does not concern:
 * it is told in their place, and offered tasks that were drawn for others.
 *
 * @param group id of a group that may know of every restricted record
 */
public record Custodian(String group) {

  private static final String KEY = "itsm.restricted.custodian";

  /**
   * @throws IllegalArgumentException if there is no such group, or it may not know of all
   *     restricted records: what it stands in for would be lost then
   */
  public static Custodian checked(String group, Access access) {
    if (!Groups.exists(group)) {
      throw new IllegalArgumentException(
          KEY + " names no group: " + group + "; there are " + Groups.ids() + ".");
    }
    if (!Concerned.knowsAll(access, Concerned.memberOf(group))) {
      throw new IllegalArgumentException(
          KEY
              + ": "
              + group
              + " may not know of every restricted record; give it record.read-restricted in"
              + " config/access.yaml or name another group.");
    }
    return new Custodian(group);
  }

  /** As a recipient of messages. */
  public String recipient() {
    return Concerned.group(group);
  }

  /** Somebody of the group. */
  public Actor member() {
    return Concerned.memberOf(group);
  }
}
