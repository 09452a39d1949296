package org.itsmsuite.monitoring;

import java.time.Instant;

/**
 * Something that a monitoring tool has noticed, already checked for form.
 *
 * @param source the tool, or the part of it, that tells; {@code source} and {@code eventId}
 *     together are told once
 * @param service id of the service it concerns
 * @param configurationItem what shows it, or null
 * @param title what is the matter; the same words each time, or it is another alarm
 * @param severity in the tool's own word
 * @param occurredAt by the tool's clock
 */
public record MonitoringEvent(
    String source,
    String eventId,
    String service,
    String configurationItem,
    String title,
    String severity,
    Instant occurredAt) {}
