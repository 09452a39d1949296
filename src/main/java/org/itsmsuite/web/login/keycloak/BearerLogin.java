package org.itsmsuite.web.login.keycloak;

import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.identity.BringsGroups;
import org.itsmsuite.identity.EndedSessions;
import org.itsmsuite.web.login.TokenRefused;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/** Lets a program in by the token it sends with each request. */
class BearerLogin implements AuthenticationProvider {

  private final TokenCheck check;
  private final EndedSessions ended;
  private final Introspection introspection;

  BearerLogin(TokenCheck check, EndedSessions ended, Introspection introspection) {
    this.check = check;
    this.ended = ended;
    this.introspection = introspection;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var token = ((BearerTokenAuthenticationToken) attempt).getToken();
    var facts = check.accessToken(token);
    if (facts.session() != null && ended.isOver(facts.session())) {
      throw new TokenRefused(null);
    }
    introspection.ask(facts, token);
    return UsernamePasswordAuthenticationToken.authenticated(
        new Caller(facts.account(), facts.groups(), facts.claims()),
        null,
        AuthorityUtils.NO_AUTHORITIES);
  }

  @Override
  public boolean supports(Class<?> attempt) {
    return BearerTokenAuthenticationToken.class.isAssignableFrom(attempt);
  }

  private record Caller(String account, Set<String> groups, Map<String, Set<String>> claims)
      implements BringsGroups, Principal {

    @Override
    public Set<String> claim(String name) {
      return claims.getOrDefault(name, Set.of());
    }

    @Override
    public String getName() {
      return account;
    }
  }
}
