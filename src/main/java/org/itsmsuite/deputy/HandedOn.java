package org.itsmsuite.deputy;

import java.util.UUID;

/** What becomes of the open tasks of people who are away. Joins the caller's transaction. */
public interface HandedOn {

  /**
   * Everything that is assigned to the person goes to whoever stands in, or to its group. Does
   * nothing the second time.
   */
  void absenceBegins(UUID absence);

  /** What deputies hold for the person comes back, unless the person is still away. */
  void absenceEnds(Absence absence);

  /** Everything that is assigned to the person, in this group only if it is not null. */
  void passOn(String account, String group);
}
