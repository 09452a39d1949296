package org.itsmsuite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.itsmsuite.identity.EndedSessions;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody but Keycloak can say that a session is over: the address stands open to everybody. */
@KeycloakSuite
class BackChannelTest {

  private static final KeyPair KEYS = keys();
  private static final Map<String, ?> IS_LOGOUT =
      Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of());
  private static String kid;

  private final KeycloakServer server = KeycloakServer.running();
  private final String session = UUID.randomUUID().toString();

  @LocalServerPort int port;
  @Autowired EndedSessions ended;

  @BeforeEach
  void publishAKey() {
    if (kid == null) {
      kid = server.realm().publish(KEYS);
    }
  }

  private String token(UnaryOperator<JWTClaimsSet.Builder> difference) {
    var claims =
        new JWTClaimsSet.Builder()
            .issuer(server.issuer())
            .audience("itsm-suite")
            .jwtID(UUID.randomUUID().toString())
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("sid", session)
            .claim("events", IS_LOGOUT);
    return OwnTokens.signed(difference.apply(claims).build(), kid, KEYS, "logout+jwt");
  }

  private HttpResponse<String> sent(String token) {
    return Visitor.browser(port)
        .send(
            "POST",
            "/logout/connect/back-channel/keycloak",
            BodyPublishers.ofString("logout_token=" + token),
            "Content-Type",
            "application/x-www-form-urlencoded");
  }

  private void isRefused(String token) {
    var answer = sent(token);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("login.logout-token-refused");
    assertThat(ended.isOver(session)).isFalse();
  }

  @Test
  void endsTheSessionItNames() {
    assertThat(ended.isOver(session)).isFalse();

    assertThat(sent(token(claims -> claims)).statusCode()).isEqualTo(200);

    assertThat(ended.isOver(session)).isTrue();
    assertThat(sent(token(claims -> claims)).statusCode()).isEqualTo(200);
  }

  @Test
  void isRefusedForAnotherClientOrFromAnotherIssuer() {
    isRefused(token(claims -> claims.audience("account-console")));
    isRefused(token(claims -> claims.issuer("http://127.0.0.1:1/realms/itsm")));
  }

  @Test
  void isRefusedWhenItSaysSomethingElse() {
    isRefused(token(claims -> claims.claim("events", null)));
    isRefused(token(claims -> claims.claim("events", Map.of("http://example.org/else", Map.of()))));
    isRefused(token(claims -> claims.claim("sid", null)));
    isRefused(token(claims -> claims.claim("nonce", "n")));
  }

  @Test
  void isRefusedWhenItIsOld() {
    isRefused(token(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(5)))));
  }

  @Test
  void isRefusedBySomebodyElsesKey() {
    var mine =
        new JWTClaimsSet.Builder()
            .issuer(server.issuer())
            .audience("itsm-suite")
            .issueTime(new Date())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)))
            .claim("sid", session)
            .claim("events", IS_LOGOUT)
            .build();

    isRefused(OwnTokens.signed(mine, kid, keys(), "logout+jwt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c", "%00"})
  void isRefusedWhenItIsNoTokenAtAll(String garbage) {
    isRefused(garbage);
  }

  @Test
  void anAccessTokenIsNoLogoutToken() {
    isRefused(server.realm().token("agent"));
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
