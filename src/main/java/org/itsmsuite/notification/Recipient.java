package org.itsmsuite.notification;

import java.util.Optional;

/**
 * Whom a message is for. A person may have any name, because a report may name anybody; whether it
 * is an account's is asked before anything is written.
 *
 * @param kind {@code user}, {@code group} or {@code mail}
 * @param name account, group id or address
 */
record Recipient(String kind, String name) {

  private static final String USER = "user";
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
        || !kind.equals(USER) && !isOneWord(name)) {
      throw new IllegalArgumentException(
          "No recipient: '"
              + text.replaceAll("\\p{Cntrl}", "?")
              + "'; one is written user:<account>, group:<id> or mail:<address>.");
    }
    return new Recipient(kind, name);
  }

  private static boolean isOneWord(String name) {
    return name.chars().noneMatch(c -> Character.isISOControl(c) || Character.isWhitespace(c));
  }

  /** Where to write to; empty if there is no such person. */
  Optional<Mailbox> mailbox(Addresses addresses) {
    return switch (kind) {
      case USER -> addresses.ofUser(name).map(Mailbox::of);
      case "group" -> Optional.of(Mailbox.of(addresses.ofGroup(name).orElse("")));
      default -> Optional.of(Mailbox.of(name));
    };
  }

  /**
   * Where somebody reads mail.
   *
   * @param address null if none is known that could be used
   */
  record Mailbox(String address) {

    private static Mailbox of(String address) {
      return new Mailbox(address.isBlank() || address.length() > LONGEST ? null : address);
    }
  }
}
