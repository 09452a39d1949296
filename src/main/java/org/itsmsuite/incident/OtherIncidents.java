package org.itsmsuite.incident;

import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;

/**
 * The incidents that a verb names beside each other. One that the person may not know of is the
 * same as none, and one that is restricted is not named in the facts of one that is not.
 */
public class OtherIncidents {

  private final IncidentStore store;
  private final Restrictions restrictions;
  private final CurrentUser user;

  public OtherIncidents(IncidentStore store, Restrictions restrictions, CurrentUser user) {
    this.store = store;
    this.restrictions = restrictions;
    this.user = user;
  }

  /** The answer for a number that stands for nothing the person may know of. */
  public static Refusal unknown(String number) {
    String shown = number != null && number.matches("[A-Z]{1,5}-[0-9]{1,12}") ? " " + number : "";
    return Refusal.invalid(
        "incident.unknown-other",
        "number",
        "There is no incident" + shown + " among those you may see.");
  }

  /**
   * @throws Refusal {@code incident.unknown-other}
   */
  Incident found(String number) {
    return store.find(known(number)).orElseThrow(() -> unknown(number));
  }

  /** The same, and nobody else changes it until the transaction ends. */
  Incident locked(String number) {
    return store.lock(known(number)).orElseThrow(() -> unknown(number));
  }

  boolean isKnown(String number) {
    return restrictions.mayKnow(user.actor(), number);
  }

  private String known(String number) {
    if (number == null || !isKnown(number)) {
      throw unknown(number);
    }
    return number;
  }

  /** What a fact or a person at the one incident may be told of the other's; null if nothing. */
  String told(String here, String other, String value) {
    return restrictions.isRestricted(other) && !restrictions.isRestricted(here) ? null : value;
  }

  /** A fact at one incident that names another. */
  Fact naming(Incident here, String what, String other) {
    return here.fact(what).with("other", told(here.number(), other, other));
  }
}
