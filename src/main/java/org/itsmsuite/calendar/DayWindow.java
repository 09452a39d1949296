package org.itsmsuite.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Open hours within one local date, half-open, in seconds of the wall clock since midnight; 86400
 * is {@code 24:00}, the day's end.
 */
record DayWindow(int from, int to) {

  private static final int END_OF_DAY = 24 * 60 * 60;
  private static final Pattern TEXT =
      Pattern.compile("(\\d\\d):([0-5]\\d)(?::([0-5]\\d))?-(\\d\\d):([0-5]\\d)(?::([0-5]\\d))?");

  /** From {@code HH:MM-HH:MM}, seconds allowed; null if the text has another shape. */
  static DayWindow parse(String text) {
    Matcher times = TEXT.matcher(text);
    if (!times.matches()) {
      return null;
    }
    int from = seconds(times, 1);
    int to = seconds(times, 4);
    return from > END_OF_DAY || to > END_OF_DAY ? null : new DayWindow(from, to);
  }

  boolean endsAfterItStarts() {
    return from < to;
  }

  boolean overlaps(DayWindow other) {
    return from < other.to && other.from < to;
  }

  /** What is left of this window when the other one is closed. */
  List<DayWindow> without(DayWindow closure) {
    if (!overlaps(closure)) {
      return List.of(this);
    }
    var rest = new ArrayList<DayWindow>(2);
    if (from < closure.from) {
      rest.add(new DayWindow(from, closure.from));
    }
    if (closure.to < to) {
      rest.add(new DayWindow(closure.to, to));
    }
    return rest;
  }

  @Override
  public String toString() {
    return time(from) + "-" + time(to);
  }

  private static int seconds(Matcher times, int group) {
    int minutes =
        Integer.parseInt(times.group(group)) * 60 + Integer.parseInt(times.group(group + 1));
    String seconds = times.group(group + 2);
    return minutes * 60 + (seconds == null ? 0 : Integer.parseInt(seconds));
  }

  private static String time(int secondOfDay) {
    String minutes = "%02d:%02d".formatted(secondOfDay / 3600, secondOfDay / 60 % 60);
    return secondOfDay % 60 == 0 ? minutes : minutes + ":%02d".formatted(secondOfDay % 60);
  }
}
