package org.itsmsuite.identity;

import java.util.Locale;
import java.util.Optional;
import org.itsmsuite.refusal.Refusal;

/**
 * What a password must be that a person sets: long, and not built around the account's name. Those
 * of the demo accounts are set by the suite.
 */
public final class Passwords {

  /** Fewest characters. */
  public static final int SHORTEST = 12;

  /** Most characters: longer ones would only cost time to check. */
  public static final int LONGEST = 200;

  private Passwords() {}

  /** Why a password is not good enough, or nothing. */
  public static Optional<Refusal> fault(String account, String password) {
    return faultOfLength(password).or(() -> faultOfName(account, password));
  }

  /** Why its length is not good enough, or nothing. */
  public static Optional<Refusal> faultOfLength(String password) {
    if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of(
          refusal("too-short", "The password needs at least " + SHORTEST + " characters."));
    }
    return password.length() > LONGEST
        ? Optional.of(refusal("too-long", "The password has more than " + LONGEST + " characters."))
        : Optional.empty();
  }

  /** A refusal if it is built around the account's name, or nothing. */
  public static Optional<Refusal> faultOfName(String account, String password) {
    var name = account.toLowerCase(Locale.ROOT);
    return name.length() > 3 && password.toLowerCase(Locale.ROOT).contains(name)
        ? Optional.of(refusal("contains-name", "The password must not contain the account's name."))
        : Optional.empty();
  }

  private static Refusal refusal(String reason, String detail) {
    return Refusal.invalid("password." + reason, "password", detail);
  }
}
