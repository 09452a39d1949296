package org.itsmsuite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.identity.Groups;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The realm that comes along, as a real server has taken it. */
@Tag("keycloak")
class RealmTest {

  private final KeycloakRealm realm = KeycloakServer.running().realm();

  @Test
  void hasTheSuitesGroups() {
    assertThat(texts(realm.administer("GET", "/groups?max=100", null), "name"))
        .containsExactlyInAnyOrderElementsOf(Groups.ids());
  }

  @Test
  void hasTheDemoAccountsInTheirGroups() {
    var accounts = realm.administer("GET", "/users?max=100", null);
    for (var demo : DemoAccount.ALL) {
      var account =
          StreamSupport.stream(accounts.spliterator(), false)
              .filter(one -> one.path("username").asText().equals(demo.name()))
              .findFirst()
              .orElseThrow();
      assertThat(account.path("email").asText()).isEqualTo(demo.email());
      assertThat(account.path("emailVerified").asBoolean()).isTrue();
      assertThat(account.path("firstName").asText()).isEqualTo(demo.firstName());
      assertThat(account.path("lastName").asText()).isEqualTo(demo.lastName());
      var groups =
          realm.administer("GET", "/users/" + account.path("id").asText() + "/groups", null);
      assertThat(texts(groups, "name")).containsExactlyInAnyOrderElementsOf(demo.groups());
    }
    assertThat(accounts).hasSameSizeAs(DemoAccount.ALL);
  }

  @Test
  void letsADemoAccountInByItsName() {
    assertThat(realm.token("security-officer")).isNotEmpty();
  }

  @Test
  void refusesAShortPassword() {
    var form = Map.of("type", "password", "value", "short-one", "temporary", false);
    var admin = realm.administer("GET", "/users?exact=true&username=cab-3", null).path(0);

    org.assertj.core.api.Assertions.assertThatThrownBy(
            () ->
                realm.administer(
                    "PUT", "/users/" + admin.path("id").asText() + "/reset-password", form))
        .hasMessageContaining("invalidPasswordMinLengthMessage");
  }

  @Test
  void givesTheDirectoryClientNoMoreThanToReadPeopleAndGroups() {
    var id = realm.client("itsm-directory").path("id").asText();
    var account = realm.administer("GET", "/clients/" + id + "/service-account-user", null);
    var roles =
        realm.administer("GET", "/users/" + account.path("id").asText() + "/role-mappings", null);

    assertThat(texts(roles.at("/clientMappings/realm-management/mappings"), "name"))
        .containsExactlyInAnyOrder("query-users", "query-groups", "view-users");
    assertThat(roles.at("/clientMappings")).hasSize(1);
  }

  @Test
  void letsNobodyGetTokensAroundTheLogInPage() {
    var answer =
        realm.grant(
            Map.of(
                "grant_type", "password",
                "client_id", "itsm-suite",
                "client_secret", realm.client("itsm-suite").path("secret").asText(),
                "username", "agent",
                "password", "agent"));

    assertThat(answer.body()).contains("unauthorized_client");
  }

  private static List<String> texts(JsonNode list, String field) {
    var texts = new ArrayList<String>();
    list.forEach(one -> texts.add(one.path(field).asText()));
    return texts;
  }
}
