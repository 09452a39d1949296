package org.itsmsuite.incident.web;

import java.util.List;
import org.itsmsuite.incident.Status;

/** Statuses that pages speak of together. */
final class Statuses {

  static final List<Status> OPEN =
      List.of(Status.NEW, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING);

  private Statuses() {}
}
