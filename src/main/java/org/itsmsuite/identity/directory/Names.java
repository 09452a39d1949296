package org.itsmsuite.identity.directory;

import org.itsmsuite.identity.ReservedNames;

/** Which names an account or a group can have at all. */
final class Names {

  private static final int LONGEST = 255;

  private Names() {}

  /** Whether to ask for an account of this name. */
  static boolean isAccount(String name) {
    return isText(name) && !ReservedNames.isReserved(name);
  }

  /** Whether a group of this name counts. */
  static boolean isGroup(String name) {
    return isText(name) && !name.isBlank() && !name.equals("*");
  }

  /**
   * Whether a text can be found at all: a database may fail on control characters, and a failure
   * would look as if Keycloak were out of reach.
   */
  static boolean isText(String text) {
    return text != null
        && text.length() <= LONGEST
        && text.codePoints()
            .noneMatch(
                point ->
                    Character.isISOControl(point)
                        || Character.getType(point) == Character.SURROGATE);
  }
}
