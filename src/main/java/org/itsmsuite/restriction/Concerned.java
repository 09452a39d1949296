package org.itsmsuite.restriction;

import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;

/** Under which names a person is concerned. */
public final class Concerned {

  private static final String PERMISSION = "record.read-restricted";
  private static final String GROUP = "group:";

  private Concerned() {}

  public static String user(String account) {
    return "user:" + account;
  }

  public static String group(String id) {
    return GROUP + id;
  }

  /** Anybody of a group, of whom no more is known: concerned only as the group is. */
  public static Actor memberOf(String group) {
    // No account's name has a colon.
    return new Actor(GROUP + group, Set.of(group));
  }

  /** Whether the access table lets the actor know of every restricted record. */
  public static boolean knowsAll(Access access, Actor actor) {
    return access.may(actor, PERMISSION);
  }

  /** The person and their groups. */
  public static Set<String> names(Actor actor) {
    var names = new TreeSet<String>();
    names.add(user(actor.id()));
    actor.groups().forEach(group -> names.add(group(group)));
    return names;
  }
}
