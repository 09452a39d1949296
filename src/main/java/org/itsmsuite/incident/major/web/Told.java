package org.itsmsuite.incident.major.web;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.notification.Outbox;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.record.PageWords;
import org.springframework.stereotype.Component;

/**
 * Who was told what and when: the ledger proves that it was said, the outbox shows what became of
 * each message.
 */
@Component
class Told {

  private static final int MESSAGES = 1_000;

  private final Ledger ledger;
  private final Outbox outbox;
  private final CurrentUser user;
  private final PageWords words;

  Told(Ledger ledger, Outbox outbox, CurrentUser user, PageWords words) {
    this.ledger = ledger;
    this.outbox = outbox;
    this.user = user;
    this.words = words;
  }

  /**
   * What was said at once.
   *
   * @param what such as "Update 3"
   * @param notReached who was to be told and could not be
   */
  record Row(
      ZonedDateTime at,
      String what,
      String text,
      List<Recipient> recipients,
      List<String> notReached) {}

  /**
   * One who was told.
   *
   * @param name such as {@code user:top-manager}
   * @param through the groups in whose place they were told, such as {@code top-management}; or
   *     null
   * @param state what became of the message, such as "sent"; null if it is not known any more
   */
  record Recipient(String name, String through, String state) {}

  private record Letter(String occasion, String recipient) {}

  /** Newest last. */
  List<Row> of(MajorIncident major) {
    Map<Letter, String> states = states(major.record());
    List<Row> rows = new ArrayList<>();
    for (LedgerEntry entry : ledger.of(major.record())) {
      if (entry.after().get("occasion") instanceof String occasion
          && occasion.startsWith("major/" + major.id() + "/")
          && entry.after().get("recipients") instanceof List<?> recipients) {
        rows.add(
            new Row(
                words.time(entry.at()),
                what(entry),
                text(entry, major),
                recipients.stream()
                    .map(String::valueOf)
                    .map(
                        name ->
                            new Recipient(
                                name, through(entry, name), states.get(new Letter(occasion, name))))
                    .toList(),
                entry.after().get("notReached") instanceof List<?> not
                    ? not.stream().map(String::valueOf).toList()
                    : List.of()));
      }
    }
    return rows;
  }

  private static String through(LedgerEntry entry, String recipient) {
    if (!(entry.after().get("through") instanceof Map<?, ?> groups)) {
      return null;
    }
    String names =
        groups.entrySet().stream()
            .filter(one -> one.getValue() instanceof List<?> people && people.contains(recipient))
            .map(one -> one.getKey().toString())
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : names;
  }

  private Map<Letter, String> states(String number) {
    Map<Letter, String> states = new HashMap<>();
    for (OutboxMessage message : outbox.find(user.actor(), number, 0, MESSAGES).items()) {
      states.put(new Letter(message.occasion(), message.recipient()), state(message.status()));
    }
    return states;
  }

  private static String state(OutboxMessage.Status status) {
    return switch (status) {
      case WRITTEN -> "waits to be sent";
      case SENT -> "sent";
      case FAILED -> "failed";
      case SHOWN -> "in the outbox";
    };
  }

  private static String what(LedgerEntry entry) {
    return switch (entry.what()) {
      case "majorIncident.managementInformed", "majorIncident.managementNotReached" ->
          "Declared a major incident";
      case "majorIncident.updateSent" -> "Update " + entry.after().get("update");
      case "majorIncident.withdrawn" -> "No major incident after all";
      default ->
          "The "
              + String.valueOf(entry.after().get("awaited")).toLowerCase(Locale.ROOT)
              + " is overdue";
    };
  }

  private static String text(LedgerEntry entry, MajorIncident major) {
    if (entry.what().startsWith("majorIncident.management")) {
      return major.declaration().reason();
    }
    Object text = entry.after().getOrDefault("text", entry.after().get("reason"));
    return text == null ? null : text.toString();
  }
}
