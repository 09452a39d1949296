package org.itsmsuite.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A message to one recipient as it stands in the outbox.
 *
 * @param recipient such as {@code group:service-desk}
 * @param address where it goes, or null if none is known
 * @param attempts how often sending was begun
 * @param nextAttemptAt when it is to be sent, or null if never (again)
 * @param sentAt when the mail server took it, or null
 * @param error why the last attempt failed, or why none is made, or null
 */
public record OutboxMessage(
    UUID id,
    String record,
    String template,
    String occasion,
    String recipient,
    String address,
    String subject,
    String body,
    Instant createdAt,
    Status status,
    int attempts,
    Instant nextAttemptAt,
    Instant sentAt,
    String error) {

  /** The same message in other words. */
  public OutboxMessage saying(String otherSubject, String otherBody) {
    return new OutboxMessage(
        id,
        record,
        template,
        occasion,
        recipient,
        address,
        otherSubject,
        otherBody,
        createdAt,
        status,
        attempts,
        nextAttemptAt,
        sentAt,
        error);
  }

  /** The same message to somebody else, to be sent at once. */
  OutboxMessage to(String other, String otherAddress, Instant now, String note) {
    var isSent = otherAddress != null;
    return new OutboxMessage(
        UUID.randomUUID(),
        record,
        template,
        occasion,
        other,
        otherAddress,
        subject,
        body,
        createdAt,
        isSent ? Status.WRITTEN : Status.SHOWN,
        0,
        isSent ? now : null,
        null,
        note);
  }

  /** What became of a message. */
  public enum Status {
    /** waits to be sent */
    WRITTEN,
    /** the mail server took it */
    SENT,
    /** the last attempt failed */
    FAILED,
    /** is shown in the outbox only */
    SHOWN
  }
}
