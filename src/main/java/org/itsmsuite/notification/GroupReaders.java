package org.itsmsuite.notification;

import java.util.Set;

/** Who reads what is meant for a group that has no mailbox. */
@FunctionalInterface
public interface GroupReaders {

  /** For desks without people: nobody is in any group. */
  GroupReaders NOBODY = (group, record, most) -> new Readers(Set.of(), false);

  /**
   * The members who are at work at this moment, and whoever stands in for the others.
   *
   * @param record number of the record that they are told of
   * @param most no more than so many are given
   * @throws org.itsmsuite.refusal.Refusal of kind {@code UNAVAILABLE} if nobody can say now
   */
  Readers of(String group, String record, int most);

  /**
   * @param accounts in one order
   * @param more whether there are more than were asked for
   */
  record Readers(Set<String> accounts, boolean more) {}
}
