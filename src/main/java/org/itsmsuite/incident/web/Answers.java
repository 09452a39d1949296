package org.itsmsuite.incident.web;

import org.itsmsuite.duty.Duties;
import org.itsmsuite.incident.ConfirmationDuty;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentMessages;
import org.itsmsuite.incident.IncidentProgress;
import org.itsmsuite.incident.Status;
import org.springframework.stereotype.Component;

/**
 * What can be answered to a resolution now. Status alone does not tell: a resolved parent may be
 * confirmed and wait for its children, and the time to reopen a closed one ends some day. The
 * process knows.
 */
@Component
class Answers {

  private final IncidentProgress progress;
  private final IncidentAccess access;
  private final Duties duties;

  Answers(IncidentProgress progress, IncidentAccess access, Duties duties) {
    this.progress = progress;
    this.access = access;
    this.duties = duties;
  }

  boolean mayConfirm(Incident incident) {
    return access.mayAct(incident, "confirm")
        && isAsked(incident)
        && duties.allows(incident.number(), ConfirmationDuty.ID);
  }

  boolean mayReopen(Incident incident) {
    return access.mayAct(incident, "reopen") && isReopenable(incident);
  }

  /** Whether it can be opened again, whoever does so. */
  boolean isReopenable(Incident incident) {
    return isAsked(incident)
        || isEnded(incident) && progress.awaits(incident.run(), IncidentMessages.REOPENED);
  }

  /** Whether it is confirmed, and is closed after the last of its children. */
  boolean waitsForChildren(Incident incident) {
    return incident.status() == Status.RESOLVED
        && progress.awaits(incident.run(), IncidentMessages.LAST_CHILD_CLOSED);
  }

  private boolean isAsked(Incident incident) {
    return incident.status() == Status.RESOLVED && progress.asksForConfirmation(incident.run());
  }

  private static boolean isEnded(Incident incident) {
    return incident.status() == Status.RESOLVED || incident.status() == Status.CLOSED;
  }
}
