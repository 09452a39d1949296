package org.itsmsuite.deputy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of absences as people read them, such as "Mon 2 Mar 2026 08:00 (Europe/Berlin)". */
final class WhenWords {

  private final DateTimeFormatter format;

  WhenWords(ZoneId zone) {
    this.format =
        DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH).withZone(zone);
  }

  String at(Instant instant) {
    return format.format(instant);
  }

  String span(Absence absence) {
    return at(absence.from())
        + (absence.until().equals(Absence.FOR_GOOD) ? "" : " until " + at(absence.until()));
  }
}
