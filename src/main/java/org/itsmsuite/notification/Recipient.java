package org.itsmsuite.notification;

import java.util.Optional;

/**
 * Whom a message is for.
 *
 * @param kind {@code user}, {@code group} or {@code mail}
 * @param name account, group id or address
 */
record Recipient(String kind, String name) {

  private static final int LONGEST = 320;

  /**
   * @param text such as {@code group:service-desk}
   * @throws IllegalArgumentException if it is no recipient
   */
  static Recipient parse(String text) {
    var colon = text.indexOf(':');
    var kind = colon < 0 ? "" : text.substring(0, colon);
    var name = text.substring(colon + 1);
    if (!kind.matches("user|group|mail")
        || name.isBlank()
        || text.length() > LONGEST
        || name.chars().anyMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c))) {
      throw new IllegalArgumentException(
          "No recipient: '"
              + text.replaceAll("\\p{Cntrl}", "?")
              + "'; one is written user:<account>, group:<id> or mail:<address>.");
    }
    return new Recipient(kind, name);
  }

  Optional<String> address(Addresses addresses) {
    var address =
        switch (kind) {
          case "user" -> addresses.ofUser(name);
          case "group" -> addresses.ofGroup(name);
          default -> Optional.of(name);
        };
    return address.filter(found -> !found.isBlank() && found.length() <= LONGEST);
  }
}
