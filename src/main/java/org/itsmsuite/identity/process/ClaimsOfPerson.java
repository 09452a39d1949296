package org.itsmsuite.identity.process;

import java.util.Set;
import org.itsmsuite.identity.BringsGroups;
import org.itsmsuite.identity.LogInClaims;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Asks the log-in of the person who acts, beside {@link PersonOrSuite}. */
@Component
class ClaimsOfPerson implements LogInClaims {

  @Override
  public Set<String> values(String claim) {
    var login = SecurityContextHolder.getContext().getAuthentication();
    return login != null
            && login.isAuthenticated()
            && login.getPrincipal() instanceof BringsGroups told
        ? told.claim(claim)
        : Set.of();
  }
}
