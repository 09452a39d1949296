package org.itsmsuite.record;

import java.util.Locale;

/** Words for people. */
public final class Labels {

  private Labels() {}

  /** NOT_YET_IMPACTING becomes "Not yet impacting"; null stays null. */
  public static String of(Enum<?> value) {
    return value == null ? null : of(value.name());
  }

  /** The same of a constant's name. */
  public static String of(String name) {
    return sentence(name.replace('_', ' '));
  }

  /**
   * {@code incident.handedOver} becomes "Handed over": for facts that have no words of their own.
   */
  public static String ofFact(String what) {
    return sentence(what.substring(what.lastIndexOf('.') + 1).replaceAll("(?=[A-Z])", " "));
  }

  private static String sentence(String text) {
    String words = text.toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
