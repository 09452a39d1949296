package org.itsmsuite.people;

import java.util.List;

/**
 * What erasing a person would do.
 *
 * @param hasAccount whether the person still works here, which forbids it
 * @param unfinished records and tasks that have to end first
 * @param places where a pseudonym would stand
 * @param ledgerValues how many values of the ledger would be erased
 * @param unerasable entries of the ledger that name the account where nothing can be erased
 * @param mentions free text that names the person, which a person has to look at
 */
public record ErasurePlan(
    String account,
    boolean hasAccount,
    List<Trace> unfinished,
    List<Trace> places,
    long ledgerValues,
    long unerasable,
    List<Mention> mentions) {

  public boolean isPossible() {
    return !hasAccount && unfinished.isEmpty() && !namesNobody();
  }

  /** Whether the name stands nowhere, so that there is nothing to do. */
  boolean namesNobody() {
    return places.isEmpty() && ledgerValues == 0;
  }
}
