package org.itsmsuite.monitoring;

import java.time.Instant;
import java.util.UUID;

/**
 * An event as it is kept; never changed afterwards.
 *
 * @param receivedAt by our clock
 * @param sender account that sent it
 * @param record number of the incident it was for, or null
 * @param alarm the alarm it belongs to, or null
 */
public record KeptEvent(
    MonitoringEvent event,
    Instant receivedAt,
    String sender,
    EventOutcome outcome,
    String record,
    UUID alarm) {}
