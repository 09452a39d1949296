package org.itsmsuite.conversation.web;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.itsmsuite.conversation.Attachment;
import org.itsmsuite.conversation.Entry;
import org.itsmsuite.conversation.FileSizes;
import org.itsmsuite.conversation.Side;
import org.itsmsuite.conversation.Visibility;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What was said, as pages show it to the person who looks. */
@Component
class ConversationRows {

  private final ConversationWords words;
  private final ZoneId zone;

  ConversationRows(ConversationWords words, @Value("${itsm.time-zone}") ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /**
   * @param id of the entry
   * @param who "you" for one's own
   * @param requester whether it comes from the requester's side
   */
  record EntryRow(
      String id,
      String who,
      boolean own,
      boolean requester,
      boolean note,
      ZonedDateTime at,
      String text) {}

  record FileRow(
      String name, String size, String who, boolean internal, ZonedDateTime at, String href) {}

  List<EntryRow> entries(List<Entry> entries, boolean internal) {
    return entries.stream()
        .map(
            one ->
                new EntryRow(
                    one.id().toString(),
                    who(one.author(), one.side(), internal),
                    words.isOwn(one.author()),
                    one.side() == Side.REQUESTER,
                    one.visibility() == Visibility.INTERNAL,
                    one.at().atZone(zone),
                    one.text()))
        .toList();
  }

  List<FileRow> files(List<Attachment> files, boolean internal) {
    return files.stream()
        .map(
            one ->
                new FileRow(
                    one.name(),
                    FileSizes.text(one.size()),
                    who(one.author(), one.side(), internal),
                    one.visibility() == Visibility.INTERNAL,
                    one.at().atZone(zone),
                    "/records/" + one.record() + "/attachments/" + one.id()))
        .toList();
  }

  private String who(String author, Side side, boolean internal) {
    return words.isOwn(author) ? "you" : words.author(author, side, internal);
  }
}
