package org.itsmsuite.keycloak.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.itsmsuite.keycloak.KeycloakRealm;

/**
 * People and groups by the thousand. All are in {@code customers}, each in one of the groups below
 * {@code /teams}, every hundredth in {@code service-desk}; nobody has a password.
 */
final class BigRealm {

  static final String EVERYBODY = "customers";

  private static final int CHUNK = 500;
  private static final String[] FIRST = {
    "Ada", "Björn", "Chloé", "Dmitri", "Eun-ji", "Fatima", "Zoë"
  };
  private static final String[] LAST = {"Almeida", "Müller", "Nguyen", "O'Neil", "Smith", "Öztürk"};

  private final KeycloakRealm realm;
  private final int teams;

  BigRealm(KeycloakRealm realm, int teams) {
    this.realm = realm;
    this.teams = teams;
  }

  /** The account of somebody by number, from 1. */
  static String name(int number) {
    return "person-%05d".formatted(number);
  }

  static String team(int number) {
    return "team-%03d".formatted(number);
  }

  void addTeams() {
    var below =
        IntStream.rangeClosed(1, teams).mapToObj(number -> Map.of("name", team(number))).toList();
    add("groups", List.of(Map.of("name", "teams", "subGroups", below)));
  }

  void addPeople(int people) {
    for (int from = 1; from <= people; from += CHUNK) {
      int to = Math.min(people, from + CHUNK - 1);
      add("users", IntStream.rangeClosed(from, to).mapToObj(this::person).toList());
      if (to % 5000 == 0 || to == people) {
        KeycloakLoad.say(to + " people");
      }
    }
  }

  private Map<String, Object> person(int number) {
    var groups = new ArrayList<>(List.of("/" + EVERYBODY, "/teams/" + team(number % teams + 1)));
    if (number % 100 == 0) {
      groups.add("/service-desk");
    }
    var person = new LinkedHashMap<String, Object>();
    person.put("username", name(number));
    person.put("email", name(number) + "@example.org");
    person.put("emailVerified", true);
    person.put("enabled", true);
    person.put("firstName", FIRST[number % FIRST.length]);
    person.put("lastName", LAST[number % LAST.length] + "-" + number);
    person.put("groups", groups);
    return person;
  }

  private void add(String kind, List<?> all) {
    realm.administer("POST", "/partialImport", Map.of("ifResourceExists", "SKIP", kind, all));
  }
}
