package org.itsmsuite.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people say on records. Entry, files, facts, what the practice makes of it and the messages
 * to people are written together or not at all.
 */
@Component
@Transactional
public class Conversations {

  /** Of a text, in UTF-16 units. */
  public static final int LONGEST = 10_000;

  private final ConversationAccess access;
  private final ConversationStore entries;
  private final Attachments attachments;
  private final ConversationListeners listeners;
  private final ConversationNews news;
  private final Ledger ledger;
  private final Clock time;

  Conversations(
      ConversationAccess access,
      ConversationStore entries,
      Attachments attachments,
      ConversationListeners listeners,
      ConversationNews news,
      Ledger ledger,
      Clock time) {
    this.access = access;
    this.entries = entries;
    this.attachments = attachments;
    this.listeners = listeners;
    this.news = news;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * Writes a message or a note.
   *
   * @param text trimmed and free of control characters, as {@code Texts.requiredLines} gives it
   * @throws Refusal as {@link ConversationAccess#requireWrite}; {@code request.missing}, {@code
   *     request.too-long} for the text
   */
  public Entry write(String number, String text, Visibility visibility) {
    return say(number, text, List.of(), visibility).entry();
  }

  /**
   * Puts a file on the record.
   *
   * @throws Refusal as {@link ConversationAccess#requireAttach}; {@code attachment.too-many},
   *     {@code attachment.total-too-large}
   */
  public Attachment attach(String number, CheckedFile file, Visibility visibility) {
    return say(number, null, List.of(file), visibility).attachments().get(0);
  }

  /**
   * Writes and sends files in one go.
   *
   * @param text as for {@link #write}, or null
   * @throws Refusal as {@link #write} and {@link #attach}
   */
  public Contribution say(
      String number, String text, List<CheckedFile> files, Visibility visibility) {
    check(text, files);
    listeners.lock(access.visible(number));
    // Who may do what is decided by the record as it is now, not as it was before the lock.
    RecordSummary record = access.visible(number);
    if (text != null) {
      access.requireWrite(number, visibility);
    }
    if (!files.isEmpty()) {
      access.requireAttach(number, visibility);
    }
    Side side = access.side(record);
    Instant now = time.instant().truncatedTo(ChronoUnit.MICROS);
    var said =
        new Contribution(
            side,
            visibility,
            text == null ? null : entry(record, text, side, visibility, now),
            attachments.add(record, files, side, visibility, now));
    listeners.said(record, said);
    news.tell(record, said, access.actor());
    return said;
  }

  private static void check(String text, List<CheckedFile> files) {
    if (text == null ? files.isEmpty() : Blank.is(text)) {
      throw Refusal.invalid("request.missing", "text", "It is required.");
    }
    if (text != null && text.length() > LONGEST) {
      throw Refusal.invalid(
          "request.too-long",
          "text",
          "At most " + LONGEST + " characters; these are " + text.length() + ".");
    }
  }

  private Entry entry(
      RecordSummary record, String text, Side side, Visibility visibility, Instant now) {
    var entry =
        new Entry(
            UUID.randomUUID(), record.number(), now, access.actor().id(), side, visibility, text);
    entries.add(entry);
    ledger.write(ConversationFacts.of(entry));
    return entry;
  }
}
