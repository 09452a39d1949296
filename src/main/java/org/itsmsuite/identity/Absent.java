package org.itsmsuite.identity;

import org.itsmsuite.refusal.Refusal;

/**
 * The answer for a record that does not exist, and for one that the person may not know of: the
 * same to the letter, or the difference would tell that it exists.
 */
public final class Absent {

  private Absent() {}

  /**
   * @param practice such as {@code incident}; the key is {@code incident.not-found}
   * @param number as the person wrote it; repeated only when it looks like a number of ours
   */
  public static Refusal of(String practice, String number) {
    var shown = number != null && number.matches("[A-Z]{1,5}-[0-9]{1,12}") ? " " + number : "";
    return Refusal.notFound(
        practice + ".not-found",
        "There is no " + practice + shown + " among the records you may see.");
  }
}
