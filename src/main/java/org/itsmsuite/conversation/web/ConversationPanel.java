package org.itsmsuite.conversation.web;

import java.util.List;
import java.util.UUID;
import org.itsmsuite.conversation.AttachmentSettings;
import org.itsmsuite.conversation.ConversationAccess;
import org.itsmsuite.conversation.ConversationView;
import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.conversation.FileSizes;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.record.RecordPanel;
import org.itsmsuite.record.RecordPanels;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** The conversation on the page of a record. */
@Component
class ConversationPanel implements RecordPanels {

  private static final int ORDER = 10;

  /** The newest; the others have a page of their own. */
  private static final int SHOWN = 50;

  private final ConversationView view;
  private final ConversationAccess access;
  private final ConversationRows rows;
  private final AttachmentSettings files;

  ConversationPanel(
      ConversationView view,
      ConversationAccess access,
      ConversationRows rows,
      AttachmentSettings files) {
    this.view = view;
    this.access = access;
    this.rows = rows;
    this.files = files;
  }

  /**
   * What the template shows.
   *
   * @param earlier how many entries are older than those shown
   * @param advice or null
   * @param reply null for those who only read
   */
  record Data(
      String number,
      List<ConversationRows.EntryRow> entries,
      long earlier,
      List<ConversationRows.FileRow> files,
      String advice,
      Reply reply) {}

  /**
   * The form.
   *
   * @param key makes a second click on the button harmless
   * @param mayMessage whether it may be for the requester
   * @param mayNote whether it may be internal; with both, the person chooses
   * @param accept endings, as the browser's file dialogue takes them; null if files are not taken
   */
  record Reply(
      String key,
      boolean mayMessage,
      boolean mayNote,
      int longest,
      String accept,
      long maxBytes,
      String maxText) {}

  @Override
  public List<RecordPanel> of(RecordSummary record, boolean internal) {
    String number = record.number();
    var latest = view.latest(number, SHOWN);
    return List.of(
        new RecordPanel(
            ORDER,
            true,
            "conversation/panel",
            new Data(
                number,
                rows.entries(latest.entries(), internal),
                latest.total() - latest.entries().size(),
                rows.files(view.attachments(number), internal),
                view.advice(number).orElse(null),
                reply(number))));
  }

  private Reply reply(String number) {
    boolean mayMessage = access.mayWrite(number, Visibility.REQUESTER);
    boolean mayNote = access.mayWrite(number, Visibility.INTERNAL);
    if (!mayMessage && !mayNote) {
      return null;
    }
    Visibility one = mayMessage ? Visibility.REQUESTER : Visibility.INTERNAL;
    boolean mayAttach = access.mayAttach(number, one) && !files.types().isEmpty();
    long most = files.maxSize().toBytes();
    return new Reply(
        UUID.randomUUID().toString(),
        mayMessage,
        mayNote,
        Conversations.LONGEST,
        mayAttach ? String.join(",", files.endings()) : null,
        most,
        FileSizes.text(most));
  }
}
