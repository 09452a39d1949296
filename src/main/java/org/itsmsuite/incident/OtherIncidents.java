package org.itsmsuite.incident;

import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;

/**
 * The incidents that a verb names beside each other. One that the person may not know of is the
 * same as none.
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

  /**
   * That neither is restricted: a family would show by its effects that the other is there.
   *
   * @throws Refusal {@code incident.restricted-family}
   */
  void requireUnrestricted(String child, String parent) {
    if (restrictions.isRestricted(child) || restrictions.isRestricted(parent)) {
      throw Refusal.conflict(
          "incident.restricted-family",
          "A restricted incident has neither parent nor children: relate "
              + child
              + " to "
              + parent
              + " instead.");
    }
  }

  /**
   * That both are restricted, or neither is.
   *
   * @throws Refusal {@code incident.restricted-duplicate}
   */
  void requireSameSide(String number, String original) {
    if (restrictions.isRestricted(number) != restrictions.isRestricted(original)) {
      throw Refusal.conflict(
          "incident.restricted-duplicate",
          "Only one of "
              + number
              + " and "
              + original
              + " is restricted: reclassify the other as a security incident first, or relate"
              + " them.");
    }
  }
}
