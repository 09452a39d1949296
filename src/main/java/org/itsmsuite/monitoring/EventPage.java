package org.itsmsuite.monitoring;

import java.util.List;

/**
 * One page of a record's events, the last received first.
 *
 * @param total on all pages
 */
public record EventPage(List<KeptEvent> events, long total) {

  public EventPage {
    events = List.copyOf(events);
  }
}
