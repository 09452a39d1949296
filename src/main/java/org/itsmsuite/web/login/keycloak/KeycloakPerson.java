package org.itsmsuite.web.login.keycloak;

import java.util.Set;
import org.itsmsuite.identity.BringsGroups;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.StandardClaimNames;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * Somebody with a session of ours. No authorities: what they may is asked of the access table, with
 * the groups of the moment.
 */
final class KeycloakPerson extends DefaultOidcUser implements BringsGroups {

  private static final long serialVersionUID = 1L;

  private final transient SessionTokens tokens;

  KeycloakPerson(OidcIdToken idToken, SessionTokens tokens) {
    super(AuthorityUtils.NO_AUTHORITIES, idToken, StandardClaimNames.PREFERRED_USERNAME);
    this.tokens = tokens;
  }

  @Override
  public Set<String> groups() {
    return tokens.groups();
  }

  @Override
  public Set<String> claim(String name) {
    return tokens.claim(name);
  }

  SessionTokens tokens() {
    return tokens;
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
