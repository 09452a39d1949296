package org.itsmsuite.web.login.keycloak;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What a session holds of Keycloak's. Whoever looks whether it is still fresh, or makes it so,
 * holds its lock: a refresh token counts once, and a session sends many requests at a time.
 */
final class SessionTokens {

  private final String session;
  private volatile Set<String> groups;
  private volatile Map<String, Set<String>> claims;
  private Instant freshUntil;
  private String refreshToken;

  /**
   * @param session what Keycloak calls the session, its {@code sid}
   */
  SessionTokens(String session, TokenFacts facts) {
    this.session = session;
    take(facts);
  }

  void take(TokenFacts facts) {
    groups = facts.groups();
    claims = facts.claims();
    freshUntil = facts.expiresAt();
  }

  void keep(String newRefreshToken) {
    refreshToken = newRefreshToken;
  }

  String session() {
    return session;
  }

  Set<String> groups() {
    return groups;
  }

  Set<String> claim(String name) {
    return claims.getOrDefault(name, Set.of());
  }

  Instant freshUntil() {
    return freshUntil;
  }

  /** Null if Keycloak gave none. */
  String refreshToken() {
    return refreshToken;
  }
}
