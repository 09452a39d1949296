package org.itsmsuite.conversation;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Mentions;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.stereotype.Component;

/**
 * What the person who asks may see of a conversation. What is internal looks absent to the
 * requester's side, in counts as well.
 */
@Component
public class ConversationView {

  private final ConversationAccess access;
  private final ConversationStore entries;
  private final AttachmentStore attachments;
  private final ConversationListeners listeners;
  private final Restrictions restrictions;

  ConversationView(
      ConversationAccess access,
      ConversationStore entries,
      AttachmentStore attachments,
      ConversationListeners listeners,
      Restrictions restrictions) {
    this.access = access;
    this.entries = entries;
    this.attachments = attachments;
    this.listeners = listeners;
    this.restrictions = restrictions;
  }

  /**
   * A part of the conversation, oldest first.
   *
   * @param total how many there are to see
   */
  public record Page(List<Entry> entries, long total) {}

  /**
   * @param page from 0
   */
  public Page entries(String number, int page, int size) {
    boolean internal = internal(number);
    return new Page(
        known(entries.of(number, internal, (long) page * size, size)),
        entries.count(number, internal));
  }

  /** The newest, oldest of them first. */
  public Page latest(String number, int most) {
    boolean internal = internal(number);
    long total = entries.count(number, internal);
    return new Page(known(entries.of(number, internal, Math.max(0, total - most), most)), total);
  }

  /**
   * @throws Refusal {@code conversation.not-found}
   */
  public Entry entry(String number, UUID id) {
    boolean internal = internal(number);
    return entries
        .find(id)
        .filter(one -> one.record().equals(number))
        .filter(one -> internal || one.visibility() == Visibility.REQUESTER)
        .map(one -> known(List.of(one)).get(0))
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "conversation.not-found", "There is no such entry on " + number + "."));
  }

  /** Without numbers of records that the person may not know of, whoever wrote them. */
  private List<Entry> known(List<Entry> all) {
    Set<String> numbers = Mentions.in(all.stream().map(Entry::text).toList());
    Set<String> hidden = restrictions.hidden(access.actor(), numbers);
    return all.stream().map(one -> one.saying(Mentions.textWithout(one.text(), hidden))).toList();
  }

  /** Oldest first. */
  public List<Attachment> attachments(String number) {
    boolean internal = internal(number);
    return attachments.of(number).stream()
        .filter(one -> internal || one.visibility() == Visibility.REQUESTER)
        .toList();
  }

  /**
   * @throws Refusal {@code attachment.not-found}
   */
  public Attachment attachment(String number, UUID id) {
    boolean internal = internal(number);
    return attachments
        .find(id)
        .filter(one -> one.record().equals(number))
        .filter(one -> internal || one.visibility() == Visibility.REQUESTER)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "attachment.not-found", "There is no such file on " + number + "."));
  }

  /** The content of a file that {@link #attachment} gave. */
  public InputStream content(Attachment attachment) {
    return attachments.content(attachment.id());
  }

  /** What the person should know, if they speak for the requester's side. */
  public Optional<String> advice(String number) {
    RecordSummary record = access.visible(number);
    return access.side(record) == Side.REQUESTER ? listeners.advice(record) : Optional.empty();
  }

  private boolean internal(String number) {
    access.visible(number);
    return access.seesInternal(number);
  }
}
