package org.itsmsuite.access;

import java.util.Collection;
import org.itsmsuite.web.Program;

/**
 * A record as the rules look at it.
 *
 * @param name what it is in the matrix, such as "own"
 * @param group that works on it
 * @param restricted whether only this group, and those who read all restricted ones, know of it
 */
record SomeRecord(
    String name,
    String number,
    String requester,
    String reporter,
    String customer,
    String group,
    boolean restricted) {

  static SomeRecord of(String name, String number, String reporter, Program reader) {
    var incident = reader.incident(number);
    return new SomeRecord(
        name,
        number,
        incident.at("requester"),
        reporter,
        incident.at("customer"),
        incident.at("group"),
        false);
  }

  SomeRecord restrictedTo(String only) {
    return new SomeRecord(name, number, requester, reporter, customer, only, true);
  }

  boolean isIncident() {
    return number.startsWith("INC-");
  }

  /** Whether the table lets somebody know of it. */
  boolean isSeenBy(WrittenTable table, String account, String home, Collection<String> groups) {
    if (restricted
        && !groups.contains(group)
        && table.values(groups, "record.read-restricted").isEmpty()) {
      return false;
    }
    return !isIncident() || isIn(table.values(groups, "incident.read"), account, home, groups);
  }

  /** Whether the table lets somebody who knows of it do something with it. */
  boolean takes(
      WrittenTable table, String action, String account, String home, Collection<String> groups) {
    return isIn(table.scopes(groups, "incident.act", action), account, home, groups);
  }

  private boolean isIn(
      Collection<String> scopes, String account, String home, Collection<String> groups) {
    return scopes.contains("all")
        || (scopes.contains("own") && (account.equals(requester) || account.equals(reporter)))
        || (scopes.contains("customer") && customer.equals(home))
        || (scopes.contains("group") && groups.contains(group));
  }
}
