package org.itsmsuite.incident.major;

import java.util.Set;
import java.util.function.Function;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Concerned;

/** Who may be in charge of a major incident, and which groups can work on it. */
public class MajorRights {

  static final String LEAD = "incident.lead-major";

  private final Access access;
  private final CurrentUser user;
  private final Function<String, Set<String>> groupsOf;

  /**
   * @param groupsOf groups of an account at this moment; empty for an unknown one
   */
  public MajorRights(Access access, CurrentUser user, Function<String, Set<String>> groupsOf) {
    this.access = access;
    this.user = user;
    this.groupsOf = groupsOf;
  }

  /** Whether those of a group see incidents that are not theirs, and have tasks to work on. */
  boolean mayWork(String group) {
    Actor member = Concerned.memberOf(group);
    return access.may(member, "engine.rest") && access.scope(member, "incident.read").all();
  }

  /**
   * The account that is to be in charge.
   *
   * @param field of the account, for the refusal
   * @param account null for the person who acts
   * @throws Refusal {@code incident.unknown-manager}
   */
  String manager(String field, String account) {
    Actor named =
        account == null || account.equals(user.actor().id())
            ? user.actor()
            : new Actor(account, groupsOf.apply(account));
    if (!named.isPerson() || !access.may(named, LEAD)) {
      throw Refusal.invalid(
          "incident.unknown-manager",
          field,
          "A major incident is led by a person of the incident managers; name the account of one.");
    }
    return named.id();
  }
}
