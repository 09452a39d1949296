package org.itsmsuite.monitoring.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.itsmsuite.monitoring.Alarm;
import org.itsmsuite.monitoring.EventOutcome;
import org.itsmsuite.monitoring.Taken;

/**
 * What a monitoring tool is told about its event.
 *
 * @param outcome what became of the event when it came first
 * @param number the incident that stands for it; null if there is none, or none that the sender may
 *     know of
 * @param status where the incident stands now
 * @param count events that raised the alarm, the first one included
 * @param recoveredAt since when the alarm is over; null while it lasts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record EventAnswer(
    String source,
    String eventId,
    EventOutcome outcome,
    boolean repeated,
    String number,
    String status,
    Long count,
    Instant firstOccurredAt,
    Instant lastOccurredAt,
    Instant recoveredAt) {

  static EventAnswer of(String source, String eventId, Taken taken, boolean visible) {
    Alarm alarm = visible ? taken.alarm() : null;
    return new EventAnswer(
        source,
        eventId,
        taken.outcome(),
        taken.repeated(),
        visible ? taken.record() : null,
        visible ? taken.status() : null,
        alarm == null ? null : alarm.count(),
        alarm == null ? null : alarm.firstAt(),
        alarm == null ? null : alarm.lastAt(),
        alarm == null ? null : alarm.recoveredAt());
  }
}
