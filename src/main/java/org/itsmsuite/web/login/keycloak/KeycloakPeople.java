package org.itsmsuite.web.login.keycloak;

import org.itsmsuite.web.login.TokenRefused;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes a person of what a log-in brought. */
class KeycloakPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

  static final String NO_ACCOUNT = "no_account";

  private final TokenCheck check;

  KeycloakPeople(TokenCheck check) {
    this.check = check;
  }

  @Override
  public OidcUser loadUser(OidcUserRequest login) {
    try {
      var facts = check.accessToken(login.getAccessToken().getTokenValue());
      if (!facts.account().equals(login.getIdToken().getPreferredUsername())) {
        throw refused(null);
      }
      return new KeycloakPerson(
          login.getIdToken(), new SessionTokens(login.getIdToken().getClaimAsString("sid"), facts));
    } catch (TokenRefused e) {
      throw refused(e);
    }
  }

  private static OAuth2AuthenticationException refused(Throwable cause) {
    return new OAuth2AuthenticationException(
        new OAuth2Error(NO_ACCOUNT, "The account cannot be one of the suite's", null), cause);
  }
}
