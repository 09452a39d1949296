package org.itsmsuite.web.login.keycloak;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people and programs prove who they are; each key is explained in {@code
 * config/application-keycloak.yaml}.
 *
 * @param issuer the realm's address, as its tokens name it
 * @param grace how long past its access token a session goes on while Keycloak does not answer
 * @param introspectEvery how long a Bearer token is believed before Keycloak is asked about it
 *     again; zero: until it expires
 */
@ConfigurationProperties("itsm.keycloak")
record KeycloakSettings(
    URI issuer,
    @DefaultValue("itsm-suite") String clientId,
    String clientSecret,
    @DefaultValue("itsm-programs") List<String> programClients,
    @DefaultValue("itsm-rest") String audience,
    @DefaultValue("RS256") Set<String> algorithms,
    @DefaultValue("PT30S") Duration clockSkew,
    @DefaultValue("PT5M") Duration keysLive,
    @DefaultValue("PT10S") Duration keysAtMostEvery,
    @DefaultValue("PT1H") Duration grace,
    @DefaultValue("PT30S") Duration introspectEvery,
    @DefaultValue("PT3S") Duration timeout) {

  /** The secret that the realm of the repository has, and so everybody knows. */
  static final String DEMO_SECRET = "demo-secret-of-this-machine-only";

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> SIGNATURES =
      Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

  KeycloakSettings {
    if (issuer == null || issuer.getHost() == null) {
      throw new IllegalStateException(
          "itsm.keycloak.issuer (ITSM_KEYCLOAK_ISSUER) must be the realm's address, such as"
              + " https://login.example.org/realms/itsm");
    }
    if (clientSecret == null || clientSecret.isBlank()) {
      throw new IllegalStateException(
          "itsm.keycloak.client-secret (ITSM_KEYCLOAK_SECRET) is missing");
    }
    if (!THIS_MACHINE.contains(issuer.getHost())) {
      if (!"https".equals(issuer.getScheme())) {
        throw new IllegalStateException(
            "itsm.keycloak.issuer: " + issuer + " needs https; http is for this machine only");
      }
      if (DEMO_SECRET.equals(clientSecret)) {
        throw new IllegalStateException(
            "itsm.keycloak.client-secret (ITSM_KEYCLOAK_SECRET): everybody knows the demo's secret;"
                + " set the client's own");
      }
    }
    if (keysAtMostEvery.compareTo(keysLive) >= 0) {
      throw new IllegalStateException(
          "itsm.keycloak.keys-at-most-every must be shorter than itsm.keycloak.keys-live");
    }
    if (algorithms.isEmpty() || !SIGNATURES.containsAll(algorithms)) {
      throw new IllegalStateException(
          "itsm.keycloak.algorithms: only "
              + String.join(", ", SIGNATURES.stream().sorted().toList()));
    }
  }

  /** An address of the realm's OpenID Connect protocol, such as {@code token}. */
  String endpoint(String name) {
    return issuer + "/protocol/openid-connect/" + name;
  }

  /** Never prints the secret. */
  @Override
  public String toString() {
    return "KeycloakSettings[issuer=" + issuer + ", clientId=" + clientId + "]";
  }
}
