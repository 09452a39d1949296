package org.itsmsuite.web.login.keycloak;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** The tokens of a log-in stay with the person, in the session and nowhere else. */
class TokensOfSession implements OAuth2AuthorizedClientRepository {

  @Override
  public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
      String registration, Authentication login, HttpServletRequest request) {
    return null;
  }

  @Override
  public void saveAuthorizedClient(
      OAuth2AuthorizedClient client,
      Authentication login,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (login.getPrincipal() instanceof KeycloakPerson person && client.getRefreshToken() != null) {
      person.tokens().keep(client.getRefreshToken().getTokenValue());
    }
  }

  @Override
  public void removeAuthorizedClient(
      String registration,
      Authentication login,
      HttpServletRequest request,
      HttpServletResponse response) {
    // They go with the session.
  }
}
