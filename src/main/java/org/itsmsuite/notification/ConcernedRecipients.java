package org.itsmsuite.notification;

import java.util.Set;
import java.util.function.Function;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Restrictions;

/** Who may get a message about a record. */
public final class ConcernedRecipients {

  private final Restrictions restrictions;
  private final Function<String, Set<String>> groupsOf;

  /**
   * @param groupsOf the groups of an account, as far as they are known
   */
  public ConcernedRecipients(Restrictions restrictions, Function<String, Set<String>> groupsOf) {
    this.restrictions = restrictions;
    this.groupsOf = groupsOf;
  }

  boolean isRestricted(String record) {
    return restrictions.isRestricted(record);
  }

  /**
   * Whether the recipient may know of the record. Nobody knows who reads a mere mail address, so it
   * never may know of a restricted one.
   */
  boolean mayKnow(String recipient, String record) {
    var parsed = Recipient.parse(recipient);
    if (!restrictions.isRestricted(record) || restrictions.concerned(record).contains(recipient)) {
      return true;
    }
    return switch (parsed.kind()) {
      case "user" -> isPerson(parsed.name()) && restrictions.mayKnow(person(parsed.name()), record);
      case "group" -> restrictions.mayKnow(Concerned.memberOf(parsed.name()), record);
      default -> false;
    };
  }

  /** The suite knows everything; somebody whom a report calls by its name does not. */
  private static boolean isPerson(String name) {
    return !Actor.SYSTEM.id().equals(name);
  }

  private Actor person(String account) {
    return new Actor(account, groupsOf.apply(account));
  }
}
