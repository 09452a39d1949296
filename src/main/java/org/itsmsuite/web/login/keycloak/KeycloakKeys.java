package org.itsmsuite.web.login.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * The realm's public keys: fetched when first needed, kept, fetched again when a token names one
 * that is not known (not more often than set), and good for a while when Keycloak does not answer.
 * Only signatures with public keys count; a token that says otherwise, or says none, does not.
 */
final class KeycloakKeys {

  private static final int LARGEST = 100_000;

  private final KeycloakSettings settings;
  private final JWKSource<SecurityContext> keys;

  KeycloakKeys(KeycloakSettings settings) {
    this.settings = settings;
    var timeout = Math.toIntExact(settings.timeout().toMillis());
    try {
      this.keys =
          JWKSourceBuilder.create(
                  URI.create(settings.endpoint("certs")).toURL(),
                  new DefaultResourceRetriever(timeout, timeout, LARGEST))
              .cache(settings.keysLive().toMillis(), 2L * timeout)
              .refreshAheadCache(false)
              .rateLimited(settings.keysAtMostEvery().toMillis())
              .outageTolerant(settings.keysLive().plus(settings.grace()).toMillis())
              .build();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("itsm.keycloak.issuer: " + settings.issuer(), e);
    }
  }

  /**
   * @param types what the token's header may call itself; it may also say nothing
   */
  JwtDecoder decoder(OAuth2TokenValidator<Jwt> rules, String... types) {
    var allowed = new JOSEObjectType[types.length + 1];
    for (var i = 0; i < types.length; i++) {
      allowed[i] = new JOSEObjectType(types[i]);
    }
    var processor = new DefaultJWTProcessor<SecurityContext>();
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(allowed));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            settings.algorithms().stream().map(JWSAlgorithm::parse).collect(Collectors.toSet()),
            keys));
    // Our rules look at what it says.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    var decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(rules);
    return decoder;
  }
}
