package org.itsmsuite.deputy;

import org.itsmsuite.duty.Duties;

/** Nobody does in another's place what separation of duties keeps from them. */
final class DutyConflicts implements Conflicts {

  private final Duties duties;

  DutyConflicts(Duties duties) {
    this.duties = duties;
  }

  @Override
  public boolean bars(String account, Work work) {
    if (work.record() == null) {
      return false;
    }
    return work.duty() != null && duties.conflicts(work.record(), work.duty(), account).isPresent()
        || work.task() != null
            && duties
                .conflictsOfTask(work.record(), work.process(), work.task(), account)
                .isPresent();
  }
}
