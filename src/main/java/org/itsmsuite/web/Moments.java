package org.itsmsuite.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Takes moments from outside: instants as programs write them, dates as people choose them on
 * pages. What cannot be read is gathered in {@link Texts}; blank is null.
 */
public final class Moments {

  /** What every database of ours can hold and compare. */
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  private Moments() {}

  /** An instant with its offset, to the microsecond. */
  public static Instant instant(Texts texts, String field, String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return possible(texts, field, OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException unreadable) {
      return unreadable(texts, field);
    }
  }

  /** The beginning of a date in a zone; an instant with its offset is taken as well. */
  public static Instant dateOrInstant(Texts texts, String field, String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return possible(texts, field, LocalDate.parse(text.strip()).atStartOfDay(zone).toInstant());
    } catch (DateTimeException noDate) {
      return instant(texts, field, text);
    }
  }

  private static Instant possible(Texts texts, String field, Instant instant) {
    return instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)
        ? unreadable(texts, field)
        : instant.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant unreadable(Texts texts, String field) {
    texts.wrong(
        field,
        "request.unreadable-time",
        "A time is written like 2026-04-27T09:00:00Z, in the years 1 to 9999.");
    return null;
  }
}
