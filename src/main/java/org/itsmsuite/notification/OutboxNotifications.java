package org.itsmsuite.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
  private final Addresses addresses;
  private final Outbox outbox;
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
      Addresses addresses,
      Outbox outbox,
      boolean sending,
      Consumer<UUID> sender,
      Clock clock,
      String records) {
    this.templates = templates;
    this.addresses = addresses;
    this.outbox = outbox;
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
  public Set<String> tell(Notification notification) {
    var template = templates.named(notification.template());
    var values = new HashMap<>(notification.values());
    values.put("link", records + notification.record());
    var subject = template.subject(values);
    var body = template.body(values);
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    // In one order on every node, so that two writers of the same messages cannot wait in a circle.
    var messages =
        notification.recipients().stream()
            .sorted()
            .flatMap(recipient -> message(notification, recipient, subject, body, now).stream())
            .toList();
    var added = outbox.add(messages);
    if (!added.isEmpty()) {
      afterCommit(() -> pass(added));
    }
    return messages.stream().map(OutboxMessage::recipient).collect(Collectors.toUnmodifiableSet());
  }

  /** Empty if there is nobody to tell. */
  private Optional<OutboxMessage> message(
      Notification notification, String recipient, String subject, String body, Instant now) {
    return Recipient.parse(recipient)
        .mailbox(addresses)
        .map(box -> message(notification, recipient, box, subject, body, now));
  }

  private OutboxMessage message(
      Notification notification,
      String recipient,
      Recipient.Mailbox box,
      String subject,
      String body,
      Instant now) {
    var isSent = sending && (box.address() != null || box.later());
    return new OutboxMessage(
        UUID.randomUUID(),
        notification.record(),
        notification.template(),
        notification.occasion(),
        recipient,
        box.address(),
        subject,
        body,
        now,
        isSent ? Status.WRITTEN : Status.SHOWN,
        0,
        isSent ? now : null,
        null,
        sending && !isSent ? "No address is known for " + recipient + "." : null);
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
