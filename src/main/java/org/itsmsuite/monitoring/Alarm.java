package org.itsmsuite.monitoring;

import java.time.Instant;
import java.util.UUID;

/**
 * Events of one source about the same thing, as far as they belong to one record.
 *
 * @param record number of the incident that stands for it
 * @param count events that raised it, the first one included; recoveries do not count
 * @param firstAt when the earliest of them occurred, by the source's clock
 * @param lastAt when the latest of them occurred, by the source's clock
 * @param recoveredAt since when it is over, by the source's clock; null while it lasts
 * @param recoveries how often it was over so far
 */
public record Alarm(
    UUID id,
    String source,
    String service,
    String configurationItem,
    String title,
    String record,
    long count,
    Instant firstAt,
    Instant lastAt,
    Instant recoveredAt,
    int recoveries) {

  static Alarm of(MonitoringEvent first) {
    return new Alarm(
        UUID.randomUUID(),
        first.source(),
        first.service(),
        first.configurationItem(),
        first.title(),
        null,
        1,
        first.occurredAt(),
        first.occurredAt(),
        null,
        0);
  }

  Alarm on(String number) {
    return with(number, count, firstAt, lastAt, recoveredAt, recoveries);
  }

  /** One more; an event that occurred before the recovery does not undo it. */
  Alarm raisedAgain(Instant at) {
    return with(
        record,
        count + 1,
        at.isBefore(firstAt) ? at : firstAt,
        at.isAfter(lastAt) ? at : lastAt,
        isWithdrawnBy(at) ? null : recoveredAt,
        recoveries);
  }

  Alarm recovered(Instant at) {
    return with(record, count, firstAt, lastAt, at, recoveries + 1);
  }

  boolean hasRecovered() {
    return recoveredAt != null;
  }

  /** Whether an event that raises the alarm says that it is not over after all. */
  boolean isWithdrawnBy(Instant at) {
    return hasRecovered() && !at.isBefore(recoveredAt);
  }

  private Alarm with(
      String record, long count, Instant first, Instant last, Instant recovered, int recoveries) {
    return new Alarm(
        id,
        source,
        service,
        configurationItem,
        title,
        record,
        count,
        first,
        last,
        recovered,
        recoveries);
  }
}
