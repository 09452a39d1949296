package org.itsmsuite.identity.directory;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Somebody with an account in Keycloak.
 *
 * @param key Keycloak's own key of the account
 * @param name the account's name, by which everything else knows the person
 * @param firstName never null, may be empty; so are last name and e-mail
 * @param enabled false: the account is switched off, nobody can log in with it
 */
public record Person(
    String key, String name, String firstName, String lastName, String email, boolean enabled) {

  static Person of(JsonNode user) {
    return new Person(
        user.path("id").asText(),
        user.path("username").asText(),
        user.path("firstName").asText(""),
        user.path("lastName").asText(""),
        user.path("email").asText(""),
        user.path("enabled").asBoolean(true));
  }
}
