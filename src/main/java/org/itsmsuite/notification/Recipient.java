package org.itsmsuite.notification;

import java.util.Optional;
import org.itsmsuite.refusal.Refusal;

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
      case USER -> person(addresses);
      case "group" -> Optional.of(Mailbox.of(addresses.ofGroup(name).orElse("")));
      default -> Optional.of(Mailbox.of(name));
    };
  }

  /** A step must not fail because nobody can say at the moment where its message goes. */
  private Optional<Mailbox> person(Addresses addresses) {
    try {
      return addresses.ofUser(name).map(Mailbox::of);
    } catch (Refusal e) {
      if (e.kind() != Refusal.Kind.UNAVAILABLE) {
        throw e;
      }
      return Optional.of(new Mailbox(null, true));
    }
  }

  /**
   * Where somebody reads mail.
   *
   * @param address null if none is known that could be used
   * @param later whether nobody could be asked, so that it is to be found out when it is needed
   */
  record Mailbox(String address, boolean later) {

    private static Mailbox of(String address) {
      return new Mailbox(address.isBlank() || address.length() > LONGEST ? null : address, false);
    }
  }
}
