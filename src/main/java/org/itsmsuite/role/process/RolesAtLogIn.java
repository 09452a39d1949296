package org.itsmsuite.role.process;

import org.itsmsuite.identity.BringsGroups;
import org.itsmsuite.role.RoleHistory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Groups that an identity provider keeps change past the suite: what it tells of a person at a
 * log-in is compared with what is known. Tokens of programs are not asked: older and newer ones are
 * valid side by side, and would give and take the same role in turns.
 */
@Component
class RolesAtLogIn {

  private final RoleHistory history;

  RolesAtLogIn(RoleHistory history) {
    this.history = history;
  }

  @EventListener
  public void compare(InteractiveAuthenticationSuccessEvent event) {
    var login = event.getAuthentication();
    if (login.getPrincipal() instanceof BringsGroups person) {
      history.found(login.getName(), person.groups());
    }
  }
}
