package org.itsmsuite.duty;

import java.util.Collection;

/** Who was represented by a deputy in which task: what was done in their place, they did too. */
public interface Represented {

  /** Where there are no deputies. */
  Represented NOBODY =
      new Represented() {
        @Override
        public void note(String subject, DutyTask task, String deputy, String account) {
          // Nobody asks.
        }

        @Override
        public boolean is(
            String account, String subject, Collection<DutyTask> tasks, Collection<String> by) {
          return false;
        }
      };

  /** The deputy has done the task in this person's place. Joins the caller's transaction. */
  void note(String subject, DutyTask task, String deputy, String account);

  /**
   * Whether one of these deputies did one of these tasks in the account's place.
   *
   * @param subject number of the record
   */
  boolean is(String account, String subject, Collection<DutyTask> tasks, Collection<String> by);
}
