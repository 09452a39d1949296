package org.itsmsuite.web.login.keycloak;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.itsmsuite.identity.ReservedNames;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/** What a token has to say so that it counts; that its signature is right comes before. */
final class TokenRules {

  // Latin letters with whatever accents: those of other scripts can look the same as these.
  private static final Pattern ACCOUNT = Pattern.compile("[\\p{IsLatin}0-9_.@+-]{1,200}");

  private final KeycloakSettings settings;
  private final Clock clock;

  TokenRules(KeycloakSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** An access token for the suite's own APIs, of an account that can be ours. */
  OAuth2TokenValidator<Jwt> ofAccessTokens() {
    return all(
        rule("aud", jwt -> audience(jwt).contains(settings.audience())),
        rule("typ", jwt -> "Bearer".equals(jwt.getClaimAsString("typ"))),
        rule("preferred_username", TokenRules::namesAnAccount));
  }

  /** A word that a session is over, for us or for a client whose tokens we take. */
  OAuth2TokenValidator<Jwt> ofLogouts() {
    return all(
        rule(
            "aud",
            jwt ->
                audience(jwt).contains(settings.clientId())
                    || settings.programClients().stream().anyMatch(audience(jwt)::contains)),
        rule("events", jwt -> jwt.getClaims().containsKey("events") && isLogout(jwt)),
        rule("sid", jwt -> hasText(jwt.getClaimAsString("sid"))),
        rule("nonce", jwt -> !jwt.hasClaim("nonce")));
  }

  private static boolean isLogout(Jwt jwt) {
    return jwt.getClaimAsMap("events")
        .containsKey("http://schemas.openid.net/event/backchannel-logout");
  }

  /** Whether it is meant for the client that people log in by. */
  boolean isForUs(Jwt jwt) {
    return audience(jwt).contains(settings.clientId());
  }

  static boolean namesAnAccount(Jwt jwt) {
    var name = jwt.getClaimAsString("preferred_username");
    return name != null
        && ACCOUNT.matcher(name).matches()
        && Normalizer.isNormalized(name, Normalizer.Form.NFKC)
        && !ReservedNames.isReserved(name);
  }

  @SafeVarargs
  private OAuth2TokenValidator<Jwt> all(OAuth2TokenValidator<Jwt>... particular) {
    var times = new JwtTimestampValidator(settings.clockSkew());
    times.setClock(clock);
    return new DelegatingOAuth2TokenValidator<>(
        new DelegatingOAuth2TokenValidator<>(
            new JwtIssuerValidator(settings.issuer().toString()),
            times,
            rule("exp", jwt -> jwt.getExpiresAt() != null),
            rule("iat", this::isFromNowOrBefore)),
        new DelegatingOAuth2TokenValidator<>(particular));
  }

  private boolean isFromNowOrBefore(Jwt jwt) {
    Duration skew = settings.clockSkew();
    return jwt.getIssuedAt() != null && !jwt.getIssuedAt().isAfter(clock.instant().plus(skew));
  }

  private static List<String> audience(Jwt jwt) {
    return jwt.getAudience() == null ? List.of() : jwt.getAudience();
  }

  private static boolean hasText(String text) {
    return text != null && !text.isBlank();
  }

  private static OAuth2TokenValidator<Jwt> rule(String claim, Predicate<Jwt> isRight) {
    var fault = new OAuth2Error("invalid_token", "The claim " + claim + " is not right", null);
    return jwt ->
        isRight.test(jwt)
            ? OAuth2TokenValidatorResult.success()
            : OAuth2TokenValidatorResult.failure(fault);
  }
}
