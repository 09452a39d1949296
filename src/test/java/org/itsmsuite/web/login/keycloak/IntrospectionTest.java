package org.itsmsuite.web.login.keycloak;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.keycloak.KeycloakRealm;
import org.itsmsuite.keycloak.KeycloakServer;
import org.itsmsuite.web.login.TokenRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real server is asked whether a token still counts, where the operator wants that. */
@Tag("keycloak")
class IntrospectionTest {

  private static final String ACCOUNT = "asked-about";

  private final KeycloakServer server = KeycloakServer.running();
  private final KeycloakRealm realm = server.realm();
  private final HandSetClock clock = new HandSetClock(Instant.parse("2026-03-02T08:00:00Z"));

  @BeforeEach
  void somebody() {
    realm.create(ACCOUNT, "service-desk");
  }

  @AfterEach
  void nobody() {
    realm.delete(ACCOUNT);
  }

  private Introspection every(String pause) {
    var secret = realm.client("itsm-suite").path("secret").asText();
    var settings =
        KeycloakSettingsTest.settings(
            server.issuer(), secret, Map.of("itsm.keycloak.introspect-every", pause));
    return new Introspection(
        settings, new KeycloakCalls(settings, new KeycloakReachable(settings, clock)), clock);
  }

  private static TokenFacts facts(String id) {
    return new TokenFacts(ACCOUNT, Set.of(), "s", id, Instant.MAX, true, Map.of());
  }

  @Test
  void noticesAClosedAccountAfterThePause() {
    var introspection = every("PT30S");
    var token = realm.token(ACCOUNT);
    introspection.ask(facts("t-1"), token);

    realm.enable(ACCOUNT, false);

    assertThatCode(() -> introspection.ask(facts("t-1"), token)).doesNotThrowAnyException();
    clock.forward(Duration.ofSeconds(30));
    assertThatThrownBy(() -> introspection.ask(facts("t-1"), token))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void noticesATokenThatWasTakenBack() {
    var token = realm.token(ACCOUNT);
    realm.revoke(token);

    assertThatThrownBy(() -> every("PT30S").ask(facts("t-2"), token))
        .isInstanceOf(TokenRefused.class);
  }

  @Test
  void believesATokenThatKeycloakWouldTellUsNothingAbout() {
    var token = realm.token(ACCOUNT);
    realm.revoke(token);
    var forOthers = new TokenFacts(ACCOUNT, Set.of(), "s", "t-4", Instant.MAX, false, Map.of());

    assertThatCode(() -> every("PT30S").ask(forOthers, token)).doesNotThrowAnyException();
  }

  @Test
  void asksNothingWhenItIsOff() {
    var token = realm.token(ACCOUNT);
    realm.revoke(token);

    assertThatCode(() -> every("PT0S").ask(facts("t-3"), token)).doesNotThrowAnyException();
  }
}
