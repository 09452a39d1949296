package org.itsmsuite.monitoring.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.itsmsuite.web.Texts;

/**
 * An event as a monitoring tool sends it.
 *
 * @param occurredAt ISO-8601 instant, {@code Z} or with an offset
 */
record EventRequest(
    String source,
    String eventId,
    String service,
    String configurationItem,
    String title,
    String severity,
    String occurredAt) {

  /** Before that, a tool's clock was never set. */
  private static final Instant EARLIEST = Instant.parse("1970-01-02T00:00:00Z");

  /**
   * @param latest what occurred after it lies in the future
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  MonitoringEvent checked(Instant latest) {
    var texts = new Texts();
    var event =
        new MonitoringEvent(
            texts.required("source", source, 100),
            texts.required("eventId", eventId, 200),
            texts.required("service", service, 100),
            texts.optional("configurationItem", configurationItem, 200),
            texts.required("title", title, 200),
            texts.required("severity", severity, 50),
            instant(texts, latest));
    texts.verify();
    return event;
  }

  private Instant instant(Texts texts, Instant latest) {
    var text = texts.required("occurredAt", occurredAt, 50);
    if (text == null) {
      return null;
    }
    Instant instant;
    try {
      instant = OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException unreadable) {
      texts.wrong(
          "occurredAt",
          "monitoring.bad-instant",
          "An instant is written like 2026-03-10T09:00:00Z or 2026-03-10T10:00:00+01:00.");
      return null;
    }
    if (instant.isBefore(EARLIEST)) {
      texts.wrong("occurredAt", "monitoring.occurred-too-early", "Is the clock of the source set?");
    }
    if (instant.isAfter(latest)) {
      texts.wrong(
          "occurredAt",
          "monitoring.occurred-in-future",
          "It lies in the future. Set the clock of the source.");
    }
    return instant;
  }
}
