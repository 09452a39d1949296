package org.itsmsuite.change.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.itsmsuite.change.Window;

/** Times of windows, as sentences name them. */
public class ScheduleWords {

  private final DateTimeFormatter when;

  /**
   * @param zone in which times are told
   */
  public ScheduleWords(ZoneId zone) {
    when =
        DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH).withZone(zone);
  }

  String time(Instant at) {
    return when.format(at);
  }

  String span(Window window) {
    return "from " + time(window.from()) + " to " + time(window.to());
  }
}
