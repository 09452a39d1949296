package org.itsmsuite.monitoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.itsmsuite.monitoring.EventOutcome;
import org.itsmsuite.monitoring.KeptEvent;

/**
 * A kept event.
 *
 * @param occurredAt by the source's clock
 * @param receivedAt by our clock
 * @param sender account that sent it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventBody(
    String source,
    String eventId,
    String service,
    String configurationItem,
    String title,
    String severity,
    Instant occurredAt,
    Instant receivedAt,
    String sender,
    EventOutcome outcome,
    String record) {

  static EventBody of(KeptEvent kept) {
    var event = kept.event();
    return new EventBody(
        event.source(),
        event.eventId(),
        event.service(),
        event.configurationItem(),
        event.title(),
        event.severity(),
        event.occurredAt(),
        kept.receivedAt(),
        kept.sender(),
        kept.outcome(),
        kept.record());
  }
}
