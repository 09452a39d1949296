package org.itsmsuite.incident;

import org.itsmsuite.calendar.WorkingSpan;

/** The released rules for what happens later: reminders, giving up, closing, reopening. */
public interface IncidentRules {

  /**
   * @param remindEvery null for no reminders
   * @param reminders how many at most
   * @param resolves whether giving up resolves the incident; otherwise the work goes on
   * @param calendar for a record without clocks
   */
  record Waiting(
      WorkingSpan remindEvery,
      int reminders,
      WorkingSpan giveUpAfter,
      boolean resolves,
      String calendar) {}

  /**
   * @param closeAfter time the user has to confirm
   * @param reopenWithin time after closing in which reopening is possible
   * @param calendar for a record without clocks
   */
  record Closing(WorkingSpan closeAfter, WorkingSpan reopenWithin, String calendar) {}

  Waiting waiting(String bundle, WaitingReason reason, String priority);

  Closing closing(String bundle, String priority);
}
