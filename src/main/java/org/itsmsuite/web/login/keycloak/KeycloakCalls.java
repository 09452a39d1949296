package org.itsmsuite.web.login.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** What the suite asks of Keycloak beside a log-in, in the name of its own client. */
class KeycloakCalls {

  private static final Logger LOG = LoggerFactory.getLogger(KeycloakCalls.class);

  private final KeycloakSettings settings;
  private final KeycloakReachable reachable;
  private final RestClient client;

  KeycloakCalls(KeycloakSettings settings, KeycloakReachable reachable) {
    this.settings = settings;
    this.reachable = reachable;
    this.client = RestClient.builder().requestFactory(requests(settings)).build();
  }

  /** Nobody waits longer than set, neither for a connection nor for an answer. */
  static JdkClientHttpRequestFactory requests(KeycloakSettings settings) {
    var factory =
        new JdkClientHttpRequestFactory(
            HttpClient.newBuilder().connectTimeout(settings.timeout()).build());
    factory.setReadTimeout(settings.timeout());
    return factory;
  }

  /**
   * New tokens for a session.
   *
   * @throws TokenRefused if the session is over there, or the account may not log in any more
   * @throws ProviderUnavailable if Keycloak does not answer, or does not know us
   */
  JsonNode refresh(String refreshToken) {
    var form = form();
    form.add("grant_type", "refresh_token");
    form.add("refresh_token", refreshToken);
    return post("token", form);
  }

  /** Whether a token still counts at Keycloak. */
  boolean isActive(String token) {
    var form = form();
    form.add("token", token);
    return post("token/introspect", form).path("active").asBoolean();
  }

  /** Ends the session at Keycloak without the person's browser; tells its other clients too. */
  void endSession(String refreshToken) {
    var form = form();
    form.add("refresh_token", refreshToken);
    post("logout", form);
  }

  private MultiValueMap<String, String> form() {
    var form = new LinkedMultiValueMap<String, String>();
    form.add("client_id", settings.clientId());
    form.add("client_secret", settings.clientSecret());
    return form;
  }

  private JsonNode post(String endpoint, MultiValueMap<String, String> form) {
    if (!reachable.isReachable()) {
      throw new ProviderUnavailable(null);
    }
    try {
      return client
          .post()
          .uri(settings.endpoint(endpoint))
          .contentType(MediaType.APPLICATION_FORM_URLENCODED)
          .accept(MediaType.APPLICATION_JSON)
          .body(form)
          .retrieve()
          .body(JsonNode.class);
    } catch (RestClientResponseException e) {
      if (e.getStatusCode().value() == 400
          && e.getResponseBodyAsString().contains("invalid_grant")) {
        throw new TokenRefused(e);
      }
      LOG.warn("Keycloak answers {} to {}", e.getStatusCode(), endpoint);
      throw new ProviderUnavailable(e);
    } catch (RestClientException e) {
      reachable.wasNot();
      throw new ProviderUnavailable(e);
    }
  }
}
