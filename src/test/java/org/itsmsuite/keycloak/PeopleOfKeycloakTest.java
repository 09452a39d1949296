package org.itsmsuite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The suite's people and groups with a real Keycloak: what a stub could have got wrong. */
@KeycloakSuite
class PeopleOfKeycloakTest {

  private static final String ENGINE_OF_ADMIN = "/camunda/api/engine/engine/default";

  private final KeycloakServer server = KeycloakServer.running();
  private final KeycloakRealm realm = server.realm();

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  @Autowired IdentityService identity;

  @AfterEach
  void backAgain() {
    server.start();
  }

  private Visitor administrator() {
    return Visitor.bearer(port, realm.token("admin"));
  }

  @Test
  void tellsTheAccountsOfTheRealm() {
    for (var account : DemoAccount.ALL) {
      assertThat(accounts.exists(account.name())).isTrue();
      assertThat(accounts.emailOf(account.name())).contains(account.email());
      assertThat(accounts.groupsOf(account.name()))
          .containsExactlyInAnyOrderElementsOf(account.groups());
    }
    assertThat(accounts.exists("nobody-here")).isFalse();
    assertThat(accounts.hasAdministrator()).isTrue();
  }

  @Test
  void tellsTheMembersOfAGroup() {
    assertThat(accounts.membersOf("cab", 0, 3).accounts())
        .containsExactly("cab-1", "cab-2", "cab-3");
    assertThat(accounts.membersOf("cab", 0, 3).more()).isTrue();
    assertThat(accounts.membersOf("cab", 1, 3).accounts()).containsExactly("cab-chair");
    assertThat(accounts.membersOf("cab", 1, 3).more()).isFalse();
  }

  @Test
  void findsNamesWithAPlus() {
    realm.create("jo+ann", "service-desk");
    try {
      assertThat(accounts.groupsOf("jo+ann")).containsExactly("service-desk");
      var email = accounts.emailOf("jo+ann").orElseThrow();
      assertThat(identity.createUserQuery().userEmail(email).singleResult().getId())
          .isEqualTo("jo+ann");
    } finally {
      realm.delete("jo+ann");
    }
  }

  @Test
  void knowsAccountsThatAreSwitchedOffWithoutRights() {
    realm.create("leaver", "cab");
    realm.enable("leaver", false);
    try {
      assertThat(accounts.exists("leaver")).isFalse();
      assertThat(accounts.groupsOf("leaver")).isEmpty();
      assertThat(identity.createUserQuery().userId("leaver").count()).isOne();
    } finally {
      realm.delete("leaver");
    }
  }

  @Test
  void findsGroupsAndTheirMembersFurtherDown() {
    var team = group("/groups", "team");
    var below = group("/groups/" + team + "/children", "night-shift");
    realm.create("owl");
    try {
      var owl = realm.administer("GET", "/users?exact=true&username=owl", null).at("/0/id");
      realm.administer("PUT", "/users/" + owl.asText() + "/groups/" + below, Map.of());

      assertThat(identity.createGroupQuery().groupId("night-shift").count()).isOne();
      assertThat(accounts.groupsOf("owl")).containsExactly("night-shift");
      assertThat(identity.createUserQuery().memberOfGroup("night-shift").list())
          .extracting(User::getId)
          .containsExactly("owl");
    } finally {
      realm.delete("owl");
      realm.administer("DELETE", "/groups/" + team, null);
    }
  }

  private String group(String path, String name) {
    realm.administer("POST", path, Map.of("name", name));
    for (JsonNode one : realm.administer("GET", path + "?first=0&max=100", null)) {
      if (one.path("name").asText().equals(name)) {
        return one.path("id").asText();
      }
    }
    throw new AssertionError("Keycloak made no group " + name);
  }

  @Test
  void answersTheEnginesOwnAddresses() {
    var people = administrator().get("/engine-rest/user?sortBy=userId&sortOrder=desc&maxResults=2");
    assertThat(people.statusCode()).isEqualTo(200);
    assertThat(KeycloakCalls.read(people.body()).findValuesAsText("id"))
        .isEqualTo(
            DemoAccount.ALL.stream()
                .map(DemoAccount::name)
                .sorted(Comparator.reverseOrder())
                .limit(2)
                .toList());
    var count = administrator().get("/engine-rest/user/count?lastNameLike=%25AGER%25");
    assertThat(KeycloakCalls.read(count.body()).path("count").asLong())
        .isEqualTo(DemoAccount.ALL.stream().filter(one -> one.lastName().contains("ager")).count());
    var groups = administrator().get("/engine-rest/group?member=cab-chair");
    assertThat(KeycloakCalls.read(groups.body()).findValuesAsText("id"))
        .isEqualTo(List.of("cab", "cab-chairs"));
  }

  @Test
  void saysNoToAnyPasswordWithoutAnError() {
    assertThat(identity.checkPassword("agent", "wrong")).isFalse();
    assertThat(identity.checkPassword("agent", "agent")).isFalse();
    assertThat(accounts.logIn("agent", "agent")).isEqualTo(Accounts.Login.REFUSED);
  }

  @Test
  void answersFromWhatItKnowsWhileKeycloakIsDownAndRefusesTheRest() {
    var token = realm.token("admin");
    var inAdmin = new WebPerson(port).loggedIn("admin");
    assertThat(accounts.groupsOf("agent")).containsExactly("service-desk");
    server.stop();

    assertThat(accounts.groupsOf("agent")).containsExactly("service-desk");
    var known = Visitor.bearer(port, token).get("/engine-rest/user/agent/profile");
    assertThat(known.statusCode()).isEqualTo(200);
    var unknown = Visitor.bearer(port, token).get("/engine-rest/user/somebody-new/profile");
    assertThat(unknown.statusCode()).isEqualTo(503);
    assertThat(unknown.body())
        .contains("identity.directory-unavailable")
        .doesNotContain("Exception", "127.0.0.1");
    var page = inAdmin.opens(ENGINE_OF_ADMIN + "/user?id=somebody-else-new");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("identity.directory-unavailable");

    server.start();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(accounts.exists("somebody-new")).isFalse());
  }
}
