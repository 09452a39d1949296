package org.itsmsuite.notification;

import java.util.Map;
import java.util.Optional;
import org.itsmsuite.restriction.Restrictions;

/**
 * Looks once more at a message that has waited in the outbox: its record may have become a
 * restricted one since it was written.
 */
public final class RestrictedMail {

  private static final String TEMPLATE = "restricted-record";

  private final Template neutral;
  private final Restrictions restrictions;
  private final ConcernedRecipients concerned;
  private final String records;

  /**
   * @param records address of the pages of records, to which a record's number is appended
   */
  public RestrictedMail(
      NotificationTemplates templates,
      Restrictions restrictions,
      ConcernedRecipients concerned,
      String records) {
    this.neutral = templates.named(TEMPLATE);
    this.restrictions = restrictions;
    this.concerned = concerned;
    this.records = records;
  }

  /**
   * The message as it may leave the house: as it was written, or in neutral words if that was
   * before the record was restricted; empty if the record does not concern its recipient any more.
   */
  Optional<OutboxMessage> releases(OutboxMessage message) {
    var since = restrictions.since(message.record());
    if (since.isEmpty()) {
      return Optional.of(message);
    }
    if (!concerned.mayKnow(message.recipient(), message.record())) {
      return Optional.empty();
    }
    return Optional.of(message.createdAt().isBefore(since.get()) ? neutral(message) : message);
  }

  private OutboxMessage neutral(OutboxMessage message) {
    var values =
        Map.<String, Object>of("number", message.record(), "link", records + message.record());
    return message.saying(neutral.subject(values), neutral.body(values));
  }
}
