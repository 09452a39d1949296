package org.itsmsuite.incident.web;

import java.util.Locale;

/** Words for people: NOT_YET_IMPACTING becomes "Not yet impacting". */
final class Labels {

  private Labels() {}

  static String of(Enum<?> value) {
    return value == null ? null : of(value.name());
  }

  static String of(String name) {
    String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
