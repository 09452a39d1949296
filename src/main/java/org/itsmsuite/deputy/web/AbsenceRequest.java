package org.itsmsuite.deputy.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.itsmsuite.deputy.NewAbsence;
import org.itsmsuite.web.Texts;

/**
 * An absence as it is sent.
 *
 * @param account left out for one's own
 * @param group left out for whatever group
 * @param deputy left out for nobody by name
 * @param from ISO-8601 instant, inclusive; on the page a local time in its zone
 * @param until exclusive
 */
record AbsenceRequest(
    String account, String group, String deputy, String from, String until, String reason) {

  NewAbsence checked(ZoneId zone) {
    var texts = new Texts();
    var absence =
        new NewAbsence(
            texts.optional("account", account, 255),
            texts.optional("group", group, 100),
            texts.optional("deputy", deputy, 255),
            instant(texts, "from", from, zone),
            instant(texts, "until", until, zone),
            texts.optional("reason", reason, 500));
    texts.verify();
    return absence;
  }

  private static Instant instant(Texts texts, String field, String value, ZoneId zone) {
    String text = texts.required(field, value, 40);
    if (text == null) {
      return null;
    }
    try {
      Instant at =
          text.endsWith("Z") || text.contains("+")
              ? java.time.OffsetDateTime.parse(text).toInstant()
              : zone == null ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
      if (at != null
          && at.isAfter(Instant.EPOCH)
          && at.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
        return at;
      }
    } catch (DateTimeException notATime) {
      // Told below.
    }
    texts.wrong(
        field,
        "request.not-a-time",
        zone == null
            ? "An instant such as 2026-03-02T08:00:00Z is expected."
            : "Choose a date and a time, such as 2 March 2026, 08:00.");
    return null;
  }
}
