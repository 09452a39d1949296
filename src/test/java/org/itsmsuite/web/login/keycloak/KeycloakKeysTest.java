package org.itsmsuite.web.login.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the realm's keys are fetched, and when not. */
class KeycloakKeysTest {

  private static final RSAKey FIRST = key("first");
  private static final RSAKey SECOND = key("second");
  private static final RSAKey STRANGE = key("strange");

  private final AtomicInteger fetched = new AtomicInteger();
  private final List<RSAKey> published = new ArrayList<>(List.of(FIRST));
  private HttpServer server;
  private TokenCheck check;

  @BeforeEach
  void aRealm() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          fetched.incrementAndGet();
          var keys = new JWKSet(List.copyOf(published)).toString(true).getBytes(UTF_8);
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
    check = check(Map.of("itsm.keycloak.keys-at-most-every", "PT4M"));
  }

  @AfterEach
  void noRealm() {
    server.stop(0);
  }

  private TokenCheck check(Map<String, String> settings) {
    var all = KeycloakSettingsTest.settings(issuer(), "a-secret-of-our-own", settings);
    var rules = new TokenRules(all, new HandSetClock(Instant.now()));
    return new TokenCheck(
        new KeycloakKeys(all), rules, paths -> Set.copyOf(paths), Set.of("skills"));
  }

  private String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/itsm";
  }

  private static RSAKey key(String kid) {
    try {
      return new RSAKeyGenerator(2048).keyID(kid).algorithm(JWSAlgorithm.RS256).generate();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String token(RSAKey key) {
    return token(key, null);
  }

  private String token(RSAKey key, Object skills) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer())
            .audience("itsm-rest")
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("typ", "Bearer")
            .claim("preferred_username", "agent")
            .claim("skills", skills)
            .claim("shoe_size", "44")
            .build();
    var token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
    return token.serialize();
  }

  @Test
  void openTheClaimsThatAreReadAndNoOthers() {
    assertThat(check.accessToken(token(FIRST, List.of("a", "b", 3))).claims())
        .isEqualTo(Map.of("skills", Set.of("a", "b")));
    assertThat(check.accessToken(token(FIRST, "a")).claims().get("skills")).containsExactly("a");
    for (Object nothing : new Object[] {null, 3, true, Map.of("a", "b"), List.of()}) {
      assertThat(check.accessToken(token(FIRST, nothing)).claims().get("skills")).isEmpty();
    }
  }

  @Test
  void areFetchedOnceForManyTokens() {
    for (int i = 0; i < 5; i++) {
      assertThat(check.accessToken(token(FIRST)).account()).isEqualTo("agent");
    }
    assertThat(fetched).hasValue(1);
  }

  @Test
  void areFetchedAgainForANewOne() {
    check.accessToken(token(FIRST));
    published.add(0, SECOND);

    assertThat(check.accessToken(token(SECOND)).account()).isEqualTo("agent");
    assertThat(check.accessToken(token(FIRST)).account()).isEqualTo("agent");
    assertThat(fetched).hasValue(2);
  }

  /** Or anybody could make the suite ask Keycloak as often as they like. */
  @Test
  void areNotFetchedForEveryStrangeToken() {
    check.accessToken(token(FIRST));
    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> check.accessToken(token(STRANGE))).isInstanceOf(TokenRefused.class);
    }
    assertThat(fetched.get()).isLessThanOrEqualTo(3);
    assertThat(check.accessToken(token(FIRST)).account()).isEqualTo("agent");
  }

  @Test
  void areGoodForAWhileWhenKeycloakDoesNotAnswer() {
    var forgetful =
        check(
            Map.of(
                "itsm.keycloak.keys-live", "PT0.05S",
                "itsm.keycloak.keys-at-most-every", "PT0.01S"));
    forgetful.accessToken(token(FIRST));
    var token = token(FIRST);
    var strange = token(STRANGE);

    server.stop(0);
    await().pollDelay(Duration.ofMillis(100)).until(() -> true);

    assertThat(forgetful.accessToken(token).account()).isEqualTo("agent");
    assertThatThrownBy(() -> forgetful.accessToken(strange)).isInstanceOf(TokenRefused.class);
  }

  @Test
  void areMissedWhenKeycloakHasNeverAnswered() {
    var token = token(FIRST);
    server.stop(0);

    assertThatThrownBy(() -> check.accessToken(token)).isInstanceOf(ProviderUnavailable.class);
    assertThatThrownBy(() -> check.accessToken("garbage")).isInstanceOf(TokenRefused.class);
  }
}
