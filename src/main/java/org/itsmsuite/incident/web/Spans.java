package org.itsmsuite.incident.web;

import java.time.Duration;

/** Working time in words: 26 h 5 min. */
final class Spans {

  private Spans() {}

  static String text(Duration span) {
    long hours = span.toHours();
    int minutes = span.toMinutesPart();
    if (hours == 0) {
      return minutes + " min";
    }
    return minutes == 0 ? hours + " h" : hours + " h " + minutes + " min";
  }
}
