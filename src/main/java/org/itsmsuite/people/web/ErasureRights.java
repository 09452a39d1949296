package org.itsmsuite.people.web;

import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Who may have to do with erasing people. */
@Component
class ErasureRights {

  static final String ERASE = "person.erase";

  private final Access access;
  private final CurrentUser user;

  ErasureRights(Access access, CurrentUser user) {
    this.access = access;
    this.user = user;
  }

  void require() {
    if (!access.may(user.actor(), ERASE)) {
      throw Refusal.forbidden("erasure.not-allowed", "Your groups do not permit this.");
    }
  }
}
