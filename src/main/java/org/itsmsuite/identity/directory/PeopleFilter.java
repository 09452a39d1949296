package org.itsmsuite.identity.directory;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What Keycloak itself can look for, ignoring case. Empty texts are no restriction.
 *
 * @param exact whether the texts are the whole value; else they may stand anywhere in it
 */
public record PeopleFilter(String firstName, String lastName, String email, boolean exact) {

  public static final PeopleFilter EVERYBODY = new PeopleFilter("", "", "", false);

  /** False: some text could not be in any value, so that Keycloak need not be asked. */
  boolean isPossible() {
    return Names.isText(firstName) && Names.isText(lastName) && Names.isText(email);
  }

  Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    put(parameters, "firstName", firstName);
    put(parameters, "lastName", lastName);
    put(parameters, "email", email);
    if (exact && !parameters.isEmpty()) {
      parameters.put("exact", "true");
    }
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, String value) {
    if (!value.isEmpty()) {
      parameters.put(name, value);
    }
  }
}
