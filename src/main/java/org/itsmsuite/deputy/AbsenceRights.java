package org.itsmsuite.deputy;

import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;

/** Whose absences the person who asks may enter and see. */
public final class AbsenceRights {

  /** In {@code config/access.yaml}: {@code [own]} or {@code [all]}. */
  public static final String ENTER = "absence.enter";

  private final Access access;
  private final CurrentUser user;

  public AbsenceRights(Access access, CurrentUser user) {
    this.access = access;
    this.user = user;
  }

  public Actor actor() {
    return user.actor();
  }

  public boolean mayEnterForOthers() {
    return access.scope(user.actor(), ENTER).all();
  }

  /** Whether they may change this one, and read its reason. */
  public boolean mayChange(String account) {
    return mayEnterForOthers()
        || user.actor().id().equals(account) && access.scope(user.actor(), ENTER).own();
  }

  void requireEntering(String account) {
    if (!mayChange(account)) {
      throw Refusal.forbidden(
          "absence.not-yours", "You may enter your own absences only; ask your manager.");
    }
  }
}
