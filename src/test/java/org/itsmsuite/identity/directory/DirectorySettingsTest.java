package org.itsmsuite.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DirectorySettingsTest {

  private static DirectorySettings with(Map<String, String> changed) {
    var values =
        new HashMap<>(
            Map.of(
                "issuer", "https://id.example.org/realms/itsm/",
                "client-id", "itsm-directory",
                "client-secret", "of its own"));
    values.putAll(changed);
    var prefixed = new HashMap<String, String>();
    values.forEach((key, value) -> prefixed.put("itsm.keycloak.directory." + key, value));
    return new Binder(new MapConfigurationPropertySource(prefixed))
        .bind("itsm.keycloak.directory", DirectorySettings.class)
        .get();
  }

  @Test
  void knowsTheAdministrationFromTheIssuer() {
    assertThat(with(Map.of()).administration())
        .isEqualTo("https://id.example.org/admin/realms/itsm");
    assertThat(with(Map.of("admin-url", "https://inside/admin/realms/itsm")).administration())
        .isEqualTo("https://inside/admin/realms/itsm");
  }

  @Test
  void neverPrintsTheSecret() {
    assertThat(with(Map.of()).toString()).doesNotContain("of its own");
  }

  @ParameterizedTest
  @CsvSource({
    "issuer, http://id.example.org/realms/itsm, needs https",
    "admin-url, http://id.example.org/admin/realms/itsm, needs https",
    "client-secret, demo-secret-of-this-machine-only, everybody knows",
    "issuer, https://id.example.org/itsm, issuer must end with",
    "group-root, itsm, group-root must start with a slash",
    "stale, PT1M, stale must not be shorter than fresh",
    "pause, PT0S, pause must be longer than zero"
  })
  void refusesWhatCannotBe(String key, String value, String reason) {
    assertThatThrownBy(() -> with(Map.of(key, value))).rootCause().hasMessageContaining(reason);
  }

  @Test
  void takesTheDemosSecretOnThisMachine() {
    var settings =
        with(
            Map.of(
                "issuer", "http://localhost:8180/realms/itsm",
                "client-secret", "demo-secret-of-this-machine-only"));

    assertThat(settings.tokens())
        .isEqualTo("http://localhost:8180/realms/itsm/protocol/openid-connect/token");
  }
}
