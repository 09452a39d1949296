package org.itsmsuite.monitoring;

/** The process owner's rule for events, as released. */
@FunctionalInterface
public interface EventTable {

  /** The one rule for this event by the newest release. */
  EventRule rule(MonitoringEvent event);
}
