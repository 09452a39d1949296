package org.itsmsuite.engine.form;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.itsmsuite.engine.EngineClock;

/** Dates and times of forms, in the ISO forms the tasklist sends. */
class FieldDates {

  record Offence(String reason, String detail) {}

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;

  /** Zones differ by up to 14 hours from UTC to either side; nobody's today is past. */
  private static final Duration ANYBODYS_TODAY = Duration.ofHours(38);

  Optional<Offence> offence(FormField field, String text) {
    String kind = String.valueOf(field.settings().getOrDefault("subtype", "date"));
    Instant instant;
    try {
      instant = parse(kind, text);
    } catch (DateTimeException unreadable) {
      return Optional.of(
          new Offence("wrong-type", field.title() + " needs a " + kind + " in ISO-8601 form."));
    }
    if (instant == null) {
      return Optional.empty();
    }
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Optional.of(
          new Offence(
              "out-of-range",
              field.title() + " lies between " + FIRST_YEAR + " and " + LAST_YEAR + "."));
    }
    if (Boolean.TRUE.equals(field.setting("disallowPassedDates"))
        && instant.isBefore(new EngineClock().instant().minus(ANYBODYS_TODAY))) {
      return Optional.of(new Offence("past-date", field.title() + " must not be in the past."));
    }
    return Optional.empty();
  }

  /** The instant, a date's and a local time's taken in UTC; null for a time of day. */
  private static Instant parse(String kind, String text) {
    switch (kind) {
      case "time" -> {
        DateTimeFormatter.ISO_TIME.parseBest(text, OffsetTime::from, LocalTime::from);
        return null;
      }
      case "datetime" -> {
        var best =
            DateTimeFormatter.ISO_DATE_TIME.parseBest(
                text, OffsetDateTime::from, LocalDateTime::from);
        return best instanceof OffsetDateTime at
            ? at.toInstant()
            : ((LocalDateTime) best).toInstant(ZoneOffset.UTC);
      }
      default -> {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
    }
  }
}
