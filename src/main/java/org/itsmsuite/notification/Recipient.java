package org.itsmsuite.notification;

/**
 * Whom a message is for. A person may have any name, because a report may name anybody; whether it
 * is an account's is asked before anything is written.
 *
 * @param kind {@code user}, {@code group} or {@code mail}
 * @param name account, group id or address
 */
record Recipient(String kind, String name) {

  private static final String USER = "user";
  static final int LONGEST = 320;

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

  boolean isUser() {
    return kind.equals(USER);
  }

  boolean isGroup() {
    return kind.equals("group");
  }

  @Override
  public String toString() {
    return kind + ":" + name;
  }
}
