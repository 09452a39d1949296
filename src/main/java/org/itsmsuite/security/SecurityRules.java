package org.itsmsuite.security;

import java.util.List;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.sla.Milestone;

/** The released tables {@code security-deadlines} and {@code security-escalation}. */
public interface SecurityRules {

  /**
   * @param fromReport whether the time counts from when the event was reported; else from when the
   *     stage begins
   */
  record Allowed(WorkingSpan within, boolean fromReport, String calendar) {}

  /** Whom to tell at which point of the allowed time. */
  record Telling(Milestone at, String role) {}

  /**
   * @param priority null before the first assessment
   */
  Allowed deadline(String bundle, Stage stage, String priority, boolean personalData);

  List<Telling> tellings(String bundle, Stage stage, String priority);
}
