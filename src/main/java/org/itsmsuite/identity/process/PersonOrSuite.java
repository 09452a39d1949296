package org.itsmsuite.identity.process;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.BringsGroups;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The person who logged in; else the one the engine works for; else the suite. Somebody whom nobody
 * has recognised yet is a person without groups, never the suite.
 */
@Component
class PersonOrSuite implements CurrentUser {

  private final ObjectProvider<Accounts> accounts;
  private final ObjectProvider<ConferredGroups> conferred;
  private final ObjectProvider<IdentityService> identity;

  // Looked up when asked: the engine's own set-up may need to know the current user.
  PersonOrSuite(
      ObjectProvider<Accounts> accounts,
      ObjectProvider<ConferredGroups> conferred,
      ObjectProvider<IdentityService> identity) {
    this.accounts = accounts;
    this.conferred = conferred;
    this.identity = identity;
  }

  @Override
  public Actor actor() {
    var login = SecurityContextHolder.getContext().getAuthentication();
    if (login == null) {
      return engineActor();
    }
    if (login instanceof AnonymousAuthenticationToken || !login.isAuthenticated()) {
      return Actor.STRANGER;
    }
    return person(login);
  }

  private Actor engineActor() {
    var authentication = identity.getObject().getCurrentAuthentication();
    if (authentication == null || authentication.getUserId() == null) {
      return Actor.SYSTEM;
    }
    var groups = authentication.getGroupIds();
    return Actor.person(
        authentication.getUserId(), groups == null ? Set.of() : new HashSet<>(groups));
  }

  // Groups are read anew with every request: who left a group this morning has left it.
  private Actor person(Authentication login) {
    var request = RequestContextHolder.getRequestAttributes();
    if (request == null) {
      return lookUp(login);
    }
    var attribute = PersonOrSuite.class.getName() + "/" + login.getName();
    var known = request.getAttribute(attribute, RequestAttributes.SCOPE_REQUEST);
    if (known instanceof Actor actor) {
      return actor;
    }
    var actor = lookUp(login);
    request.setAttribute(attribute, actor, RequestAttributes.SCOPE_REQUEST);
    return actor;
  }

  /** Somebody without any group may be somebody without an account: gone since they logged in. */
  private Actor lookUp(Authentication login) {
    var name = login.getName();
    var told = login.getPrincipal() instanceof BringsGroups one ? one : null;
    var groups =
        conferred
            .getIfAvailable(() -> ConferredGroups.NONE)
            .inForce(name, told == null ? accounts.getObject().groupsOf(name) : told.groups());
    return told == null && groups.isEmpty() && !accounts.getObject().exists(name)
        ? Actor.STRANGER
        : Actor.person(name, groups);
  }
}
