package org.itsmsuite.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.itsmsuite.notification.OutboxMessage.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes messages to the outbox with the step that causes them, and has them sent when that step is
 * committed.
 */
public class OutboxNotifications implements Notifications {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxNotifications.class);

  private final NotificationTemplates templates;
  private final Mailboxes mailboxes;
  private final Outbox outbox;
  private final NotReached notReached;
  private final boolean sending;
  private final Consumer<UUID> sender;
  private final Clock clock;
  private final String records;

  /**
   * @param sending whether mail is sent at all
   * @param sender is given each message to send, after the commit; must return at once
   * @param records address of the pages of records, to which a record's number is appended
   */
  public OutboxNotifications(
      NotificationTemplates templates,
      Mailboxes mailboxes,
      Outbox outbox,
      NotReached notReached,
      boolean sending,
      Consumer<UUID> sender,
      Clock clock,
      String records) {
    this.templates = templates;
    this.mailboxes = mailboxes;
    this.outbox = outbox;
    this.notReached = notReached;
    this.sending = sending;
    this.sender = sender;
    this.clock = clock;
    this.records = records;
  }

  /**
   * {@inheritDoc}
   *
   * @throws org.itsmsuite.content.ContentException if there is no such template
   * @throws IllegalArgumentException if a recipient is neither user, group nor mail
   */
  @Override
  public Reach tell(Notification notification) {
    var template = templates.named(notification.template());
    var values = new HashMap<>(notification.values());
    values.put("link", records + notification.record());
    var subject = template.subject(values);
    var body = template.body(values);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var found = mailboxes.of(notification.recipients(), notification.record());
    var added =
        outbox.add(
            found.boxes().stream()
                .map(box -> message(notification, box, subject, body, now))
                .toList());
    if (!added.isEmpty()) {
      afterCommit(() -> pass(added));
    }
    notReached.tell(
        notification.record(),
        notification.template(),
        added.stream()
            .map(OutboxMessage::recipient)
            .filter(found.reach().notReached()::contains)
            .toList());
    return found.reach();
  }

  private OutboxMessage message(
      Notification notification, Mailboxes.Box box, String subject, String body, Instant now) {
    var isSent = sending && (box.address() != null || box.later());
    return new OutboxMessage(
        UUID.randomUUID(),
        notification.record(),
        notification.template(),
        notification.occasion(),
        box.recipient(),
        box.address(),
        subject,
        body,
        now,
        isSent ? Status.WRITTEN : Status.SHOWN,
        0,
        isSent ? now : null,
        null,
        box.note());
  }

  private static void afterCommit(Runnable action) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      action.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }

  private void pass(List<OutboxMessage> messages) {
    for (var message : messages) {
      if (message.status() == Status.WRITTEN) {
        sender.accept(message.id());
      } else {
        LOG.info(
            "{}: {} is in the outbox as {}, no mail is sent",
            message.record(),
            message.template(),
            message.id());
      }
    }
  }
}
