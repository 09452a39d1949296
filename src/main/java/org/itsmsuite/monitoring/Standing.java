package org.itsmsuite.monitoring;

import org.itsmsuite.incident.Incident;

/**
 * An alarm and the incident that stands for it now.
 *
 * @param incident the alarm's own, or the one that it turned out to be a duplicate of
 */
record Standing(Alarm alarm, Incident incident) {

  boolean isOpen() {
    return switch (incident.status()) {
      case RESOLVED, CLOSED, CANCELLED -> false;
      default -> true;
    };
  }

  boolean isOver() {
    return switch (incident.status()) {
      case CLOSED, CANCELLED -> true;
      default -> false;
    };
  }
}
