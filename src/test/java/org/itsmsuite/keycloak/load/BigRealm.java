package org.itsmsuite.keycloak.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.itsmsuite.keycloak.KeycloakRealm;

/**
 * People and groups by the thousand. All are in {@code customers}, each in one of many teams, every
 * hundredth in {@code service-desk}; nobody has a password.
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

  /** Every tenth team stands below {@code /teams}. */
  void addTeams() {
    var below = new ArrayList<Map<String, Object>>();
    var all = new ArrayList<Map<String, Object>>();
    for (int team = 1; team <= teams; team++) {
      (isBelow(team) ? below : all).add(Map.of("name", team(team), "path", path(team)));
    }
    all.add(Map.of("name", "teams", "path", "/teams", "subGroups", below));
    add("groups", all);
    KeycloakLoad.say(teams + " teams");
  }

  private static boolean isBelow(int team) {
    return team % 10 == 0;
  }

  private static String path(int team) {
    return (isBelow(team) ? "/teams/" : "/") + team(team);
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
    var groups = new ArrayList<>(List.of("/" + EVERYBODY, path(number % teams + 1)));
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
