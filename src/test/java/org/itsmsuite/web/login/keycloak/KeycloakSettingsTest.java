package org.itsmsuite.web.login.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class KeycloakSettingsTest {

  private static final String OWN = "a-secret-of-our-own";

  static KeycloakSettings settings(String issuer, String secret, Map<String, String> others) {
    var values = new java.util.HashMap<String, String>(others);
    values.put("itsm.keycloak.issuer", issuer);
    values.put("itsm.keycloak.client-secret", secret);
    return new Binder(new MapConfigurationPropertySource(values))
        .bind("itsm.keycloak", KeycloakSettings.class)
        .get();
  }

  private static KeycloakSettings settings(String issuer, String secret) {
    return settings(issuer, secret, Map.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:8180/realms/itsm",
        "http://127.0.0.1:8180/realms/itsm",
        "http://[::1]:8180/realms/itsm"
      })
  void theDemosSecretIsForThisMachine(String issuer) {
    assertThat(settings(issuer, KeycloakSettings.DEMO_SECRET).endpoint("token"))
        .isEqualTo(issuer + "/protocol/openid-connect/token");
  }

  @Test
  void elsewhereItIsRefused() {
    assertThatThrownBy(
            () -> settings("https://login.example.org/realms/itsm", KeycloakSettings.DEMO_SECRET))
        .rootCause()
        .hasMessageContaining("ITSM_KEYCLOAK_SECRET");
    assertThat(settings("https://login.example.org/realms/itsm", OWN).clientSecret())
        .isEqualTo(OWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example.org/realms/itsm",
        "http://localhost.example.org/realms/itsm",
        "http://127.0.0.1.example.org/realms/itsm"
      })
  void elsewhereItMustBeEncrypted(String issuer) {
    assertThatThrownBy(() -> settings(issuer, OWN)).rootCause().hasMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS256,HS512", ""})
  void onlySignaturesWithAPublicKeyCanBeNamed(String algorithms) {
    assertThatThrownBy(
            () ->
                settings(
                    "http://localhost:8180/realms/itsm",
                    OWN,
                    Map.of("itsm.keycloak.algorithms", algorithms)))
        .rootCause()
        .hasMessageContaining("itsm.keycloak.algorithms");
  }

  @Test
  void tokensAreAskedAboutEveryHalfMinuteUnlessToldOtherwise() throws IOException {
    assertThat(settings("http://localhost:8180/realms/itsm", OWN).introspectEvery())
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(Files.readString(Path.of("config/application-keycloak.yaml")))
        .contains("introspect-every: PT30S");
  }

  @Test
  void theSecretIsNotPrinted() {
    assertThat(settings("http://localhost:8180/realms/itsm", OWN).toString()).doesNotContain(OWN);
  }
}
