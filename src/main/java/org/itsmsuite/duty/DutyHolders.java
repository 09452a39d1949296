package org.itsmsuite.duty;

import java.util.Set;

/**
 * A practice tells who held the first of two duties. Asked within the step that would take the
 * second; what it answers stands on the practice's own records.
 */
public interface DutyHolders {

  /** Ids of the lines of {@code config/duties.yaml} that it can answer for. */
  Set<String> duties();

  /**
   * Accounts that did the first duty; empty if nobody has.
   *
   * @param subject number of the record, or the item's name
   */
  Set<String> holders(String subject, String duty);
}
