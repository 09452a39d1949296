package org.itsmsuite.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What a test does in the suite's realm: as its administrator, or to get tokens from it. */
public final class KeycloakRealm {

  private final KeycloakCalls calls;

  KeycloakRealm(KeycloakServer server) {
    this(new KeycloakCalls(server.address()));
  }

  private KeycloakRealm(KeycloakCalls calls) {
    this.calls = calls;
  }

  /** The realm of a server that somebody else has started; it cannot be administered. */
  public static KeycloakRealm of(String issuer) {
    return new KeycloakRealm(new KeycloakCalls(issuer.replace("/realms/itsm", "")));
  }

  /** An access token for the suite's APIs, in a person's name; the password is the name. */
  public String token(String account) {
    return tokens(account).path("access_token").asText();
  }

  /** The same with everything that comes along, such as {@code refresh_token}. */
  public JsonNode tokens(String account) {
    return granted(
        grant(
            Map.of(
                "grant_type",
                "password",
                "client_id",
                "itsm-programs",
                "username",
                account,
                "password",
                account)));
  }

  /** Asks the suite's realm for tokens; the answer as it is. */
  public HttpResponse<String> grant(Map<String, String> form) {
    return calls.grant("itsm", form);
  }

  /** Where the suite hears of log-outs: at this address, such as {@code http://127.0.0.1:40123}. */
  public void suiteAt(String address) {
    for (String clientId : List.of("itsm-suite", "itsm-programs")) {
      ObjectNode client = client(clientId);
      ((ObjectNode) client.path("attributes"))
          .put("backchannel.logout.url", address + "/logout/connect/back-channel/keycloak");
      administer("PUT", "/clients/" + client.path("id").asText(), client);
    }
  }

  /** How long access tokens live that are given out from now on. */
  public void accessTokensLive(Duration lifespan) {
    set(Map.of("accessTokenLifespan", lifespan.toSeconds()));
  }

  /** Changes settings of the realm, named as Keycloak names them. */
  public void set(Map<String, ?> settings) {
    administer("PUT", "", settings);
  }

  /** A new account whose password is its name; the realm's rule for passwords does not bind it. */
  public void create(String account, String... groups) {
    String rule = administer("GET", "", null).path("passwordPolicy").asText();
    set(Map.of("passwordPolicy", ""));
    try {
      administer("POST", "/users", representation(account, groups));
    } finally {
      set(Map.of("passwordPolicy", rule));
    }
  }

  private static Map<String, ?> representation(String account, String... groups) {
    return Map.of(
        "username",
        account,
        "enabled",
        true,
        "email",
        account.contains("@") ? account : account.replaceAll("[^ -~]", "o") + "@example.org",
        "emailVerified",
        true,
        "firstName",
        "Test",
        "lastName",
        account,
        "groups",
        List.of(groups).stream().map(group -> "/" + group).toList(),
        "credentials",
        List.of(Map.of("type", "password", "value", account, "temporary", false)));
  }

  public void delete(String account) {
    administer("DELETE", "/users/" + idOf(account), null);
  }

  public void join(String account, String group) {
    administer("PUT", membership(account, group), Map.of());
  }

  public void leave(String account, String group) {
    administer("DELETE", membership(account, group), null);
  }

  public void enable(String account, boolean enabled) {
    administer("PUT", "/users/" + idOf(account), Map.of("enabled", enabled));
  }

  /** Ends all sessions of an account at Keycloak, as its administrator can. */
  public void logOut(String account) {
    administer("POST", "/users/" + idOf(account) + "/logout", Map.of());
  }

  /** Takes an access token back, as the program that has it can. */
  public void revoke(String token) {
    calls.revoke(Map.of("client_id", "itsm-programs", "token", token));
  }

  /** How many sessions an account has at Keycloak. */
  public int sessions(String account) {
    return administer("GET", "/users/" + idOf(account) + "/sessions", null).size();
  }

  /** A new key signs from now on; the earlier ones still count for what they have signed. */
  public void newSigningKey() {
    int before = administer("GET", "/components?type=org.keycloak.keys.KeyProvider", null).size();
    administer(
        "POST",
        "/components",
        Map.of(
            "name",
            "rotated-" + before,
            "providerId",
            "rsa-generated",
            "providerType",
            "org.keycloak.keys.KeyProvider",
            "config",
            Map.of(
                "priority", List.of(String.valueOf(1000 + before)),
                "algorithm", List.of("RS256"))));
  }

  /**
   * Publishes a key of the test's own beside Keycloak's, so that the test can write tokens which
   * the realm seems to have signed.
   *
   * @return the key's id
   */
  public String publish(KeyPair pair) {
    String pem =
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
            + "\n-----END PRIVATE KEY-----";
    String name = "of-the-test-" + System.identityHashCode(pair);
    administer(
        "POST",
        "/components",
        Map.of(
            "name",
            name,
            "providerId",
            "rsa",
            "providerType",
            "org.keycloak.keys.KeyProvider",
            "config",
            Map.of(
                "priority", List.of("-10"),
                "algorithm", List.of("RS256"),
                "privateKey", List.of(pem))));
    String component =
        administer("GET", "/components?name=" + name, null).path(0).path("id").asText();
    for (JsonNode key : administer("GET", "/keys", null).path("keys")) {
      if (key.path("providerId").asText().equals(component)) {
        return key.path("kid").asText();
      }
    }
    throw new AssertionError("Keycloak does not publish the key");
  }

  /** A client as Keycloak's administration shows it. */
  public ObjectNode client(String clientId) {
    return (ObjectNode) administer("GET", "/clients?clientId=" + clientId, null).path(0);
  }

  /** Any other call below {@code /admin/realms/itsm}. */
  public JsonNode administer(String method, String path, Object body) {
    return calls.administer(administrator(), method, path, body);
  }

  private String membership(String account, String group) {
    String id = null;
    for (JsonNode one : administer("GET", "/groups?exact=true&search=" + encoded(group), null)) {
      id = one.path("name").asText().equals(group) ? one.path("id").asText() : id;
    }
    return "/users/" + idOf(account) + "/groups/" + id;
  }

  private String idOf(String account) {
    JsonNode found = administer("GET", "/users?exact=true&username=" + encoded(account), null);
    if (found.isEmpty()) {
      throw new AssertionError("Keycloak has no account " + account);
    }
    return found.path(0).path("id").asText();
  }

  private String administrator() {
    return granted(
            calls.grant(
                "master",
                Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "admin-cli",
                    "username",
                    KeycloakServer.ADMINISTRATOR,
                    "password",
                    KeycloakServer.PASSWORD)))
        .path("access_token")
        .asText();
  }

  private static JsonNode granted(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new AssertionError(response.statusCode() + " " + response.body());
    }
    return KeycloakCalls.read(response.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
