package org.itsmsuite.web.login.keycloak;

import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.identity.GroupPaths;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Whether a token is the realm's, and what it says. */
class TokenCheck {

  private static final Logger LOG = LoggerFactory.getLogger(TokenCheck.class);

  private final JwtDecoder accessTokens;
  private final JwtDecoder logouts;
  private final GroupPaths groups;
  private final Set<String> kept;
  private final TokenRules rules;

  /**
   * @param kept names of claims that modules read
   */
  TokenCheck(KeycloakKeys keys, TokenRules rules, GroupPaths groups, Set<String> kept) {
    this.rules = rules;
    this.accessTokens = keys.decoder(rules.ofAccessTokens(), "JWT", "at+jwt");
    this.logouts = keys.decoder(rules.ofLogouts(), "JWT", "logout+jwt");
    this.groups = groups;
    this.kept = kept;
  }

  /**
   * @throws TokenRefused if it does not count
   * @throws ProviderUnavailable if that cannot be found out
   */
  TokenFacts accessToken(String token) {
    var jwt = decode(accessTokens, token);
    return new TokenFacts(
        jwt.getClaimAsString("preferred_username"),
        groups(jwt),
        jwt.getClaimAsString("sid"),
        jwt.getId(),
        jwt.getExpiresAt(),
        rules.isForUs(jwt),
        kept.stream().collect(Collectors.toMap(name -> name, name -> values(jwt, name))));
  }

  /** One text or several; anything else says nothing. */
  private static Set<String> values(Jwt jwt, String claim) {
    Object told = jwt.getClaims().get(claim);
    return told instanceof Collection<?> several
        ? several.stream()
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .collect(Collectors.toUnmodifiableSet())
        : told instanceof String one ? Set.of(one) : Set.of();
  }

  /**
   * The session that Keycloak says is over.
   *
   * @throws TokenRefused if it does not count
   * @throws ProviderUnavailable if that cannot be found out
   */
  String endedSession(String logoutToken) {
    return decode(logouts, logoutToken).getClaimAsString("sid");
  }

  private static Jwt decode(JwtDecoder decoder, String token) {
    try {
      return decoder.decode(token);
    } catch (BadJwtException e) {
      LOG.debug("Refused a token: {}", e.getMessage());
      throw new TokenRefused(e);
    } catch (JwtException e) {
      // A key that nobody knew a moment ago is not asked for again at once.
      if (isBecauseOf(e, RateLimitReachedException.class)) {
        throw new TokenRefused(e);
      }
      throw new ProviderUnavailable(e);
    }
  }

  private static boolean isBecauseOf(Throwable failure, Class<?> reason) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (reason.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> groups(Jwt jwt) {
    return jwt.getClaims().get("groups") instanceof List<?> paths
        ? this.groups.idsOf(
            paths.stream().filter(String.class::isInstance).map(String.class::cast).toList())
        : Set.of();
  }
}
