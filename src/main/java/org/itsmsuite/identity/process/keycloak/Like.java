package org.itsmsuite.identity.process.keycloak;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A pattern of the engine's like-questions: {@code %} is any text, {@code _} one character, a
 * backslash before either takes it as it is. Upper and lower case are the same. Matching takes no
 * longer than pattern times value, whatever somebody writes.
 */
final class Like {

  /** One place of the pattern: a character, or one of the two wildcards. */
  private record Place(char character, boolean any, boolean many) {

    boolean fits(char other) {
      return any || character == other;
    }
  }

  private final List<Place> places = new ArrayList<>();

  private Like() {}

  /** A text without wildcards. */
  static Like literal(String text) {
    var like = new Like();
    text.chars().forEach(next -> like.places.add(new Place((char) next, false, false)));
    return like;
  }

  Like(String text) {
    var pattern = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < pattern.length(); i++) {
      char next = pattern.charAt(i);
      if (next == '\\' && i + 1 < pattern.length() && isSpecial(pattern.charAt(i + 1))) {
        places.add(new Place(pattern.charAt(++i), false, false));
      } else {
        places.add(new Place(next, next == '_', next == '%'));
      }
    }
  }

  boolean matches(String text) {
    var value = text.toLowerCase(Locale.ROOT);
    int at = 0;
    int place = 0;
    int lastMany = -1;
    int lastAt = 0;
    while (at < value.length()) {
      if (place < places.size() && places.get(place).many()) {
        lastMany = place++;
        lastAt = at;
      } else if (place < places.size() && places.get(place).fits(value.charAt(at))) {
        place++;
        at++;
      } else if (lastMany >= 0) {
        // The last "any text" takes one character more.
        place = lastMany + 1;
        at = ++lastAt;
      } else {
        return false;
      }
    }
    return places.stream().skip(place).allMatch(Place::many);
  }

  /** Whether it asks for nothing but a text anywhere, so that Keycloak's own search is exact. */
  boolean isAnywhere() {
    int last = places.size() - 1;
    return last > 0
        && places.get(0).many()
        && places.get(last).many()
        && places.subList(1, last).stream().allMatch(Like::isSearchable);
  }

  /** The longest text that whatever matches has in it and Keycloak can look for; may be empty. */
  String part() {
    var runs = new ArrayList<>(List.of(new StringBuilder()));
    for (var place : places) {
      if (isSearchable(place)) {
        runs.get(runs.size() - 1).append(place.character());
      } else {
        runs.add(new StringBuilder());
      }
    }
    return runs.stream()
        .max(Comparator.comparingInt(StringBuilder::length))
        .orElseThrow()
        .toString();
  }

  /** These mean something else in Keycloak's own search. */
  private static boolean isSearchable(Place place) {
    return !place.any() && !place.many() && !isSpecial(place.character());
  }

  private static boolean isSpecial(char next) {
    return next == '%' || next == '_' || next == '\\';
  }
}
