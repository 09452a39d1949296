package org.itsmsuite.web.login.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The realm that is packaged with the suite holds no secret but the one that everybody knows, which
 * {@code KeycloakSettingsTest} and {@code DirectorySettingsTest} show to be for this machine only.
 */
class RealmFileTest {

  private static JsonNode file(String name) throws IOException {
    try (var file = RealmFileTest.class.getResourceAsStream("/config/keycloak/" + name)) {
      return new ObjectMapper().readTree(file);
    }
  }

  private static List<String> addresses(JsonNode client) {
    var all = new java.util.ArrayList<String>();
    for (var list : List.of("redirectUris", "webOrigins")) {
      client.path(list).forEach(one -> all.add(one.asText()));
    }
    return all;
  }

  @Test
  void holdsTheDemosSecretAndNoOther() throws IOException {
    assertThat(file("itsm-realm.json").findValuesAsText("secret"))
        .hasSize(2)
        .allMatch(one -> one.matches("\\$\\{ITSM_[A-Z_]+:" + KeycloakSettings.DEMO_SECRET + "}"));
  }

  @Test
  void sendsPeopleBackToThisMachineOrToWhereTheSuiteIsSaidToBe() throws IOException {
    for (var client : file("itsm-realm.json").path("clients")) {
      assertThat(addresses(client))
          .allMatch(
              one ->
                  one.startsWith("http://localhost/")
                      || one.startsWith("http://127.0.0.1/")
                      || one.startsWith("${ITSM_BASE_URL:http://localhost:8080}"));
    }
  }

  @Test
  void comesWithoutPeople() throws IOException {
    assertThat(file("itsm-realm.json").path("users"))
        .allMatch(one -> one.has("serviceAccountClientId"));
    assertThat(file("itsm-users-0.json").path("users")).hasSize(25);
  }
}
