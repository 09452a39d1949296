package org.itsmsuite.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Puts checked files on records, within what a record may hold. */
@Component
class Attachments {

  private final AttachmentStore store;
  private final AttachmentSettings settings;
  private final ConversationAccess access;
  private final Ledger ledger;

  Attachments(
      AttachmentStore store,
      AttachmentSettings settings,
      ConversationAccess access,
      Ledger ledger) {
    this.store = store;
    this.settings = settings;
    this.access = access;
    this.ledger = ledger;
  }

  List<Attachment> add(
      RecordSummary record,
      List<CheckedFile> files,
      Side side,
      Visibility visibility,
      Instant now) {
    if (files.isEmpty()) {
      return List.of();
    }
    requireRoom(record.number(), files);
    List<Attachment> added = new ArrayList<>();
    for (CheckedFile file : files) {
      var attachment =
          new Attachment(
              UUID.randomUUID(),
              record.number(),
              now,
              access.actor().id(),
              side,
              visibility,
              file.name(),
              file.type(),
              file.size(),
              file.sha256());
      add(attachment, file);
      ledger.write(ConversationFacts.of(attachment));
      added.add(attachment);
    }
    return added;
  }

  private void add(Attachment attachment, CheckedFile file) {
    try (InputStream content = Files.newInputStream(file.file())) {
      store.add(attachment, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts what the person may not see as well: the bound is the record's, not theirs. */
  private void requireRoom(String number, List<CheckedFile> files) {
    List<Attachment> there = store.of(number);
    if (there.size() + files.size() > settings.maxPerRecord()) {
      throw refused(
          "attachment.too-many",
          number + " takes no more than " + settings.maxPerRecord() + " files.");
    }
    long bytes =
        there.stream().mapToLong(Attachment::size).sum()
            + files.stream().mapToLong(CheckedFile::size).sum();
    DataSize most = settings.maxTotalPerRecord();
    if (bytes > most.toBytes()) {
      throw refused(
          "attachment.total-too-large",
          "The files of "
              + number
              + " may have "
              + FileSizes.text(most.toBytes())
              + " together; with this there would be "
              + FileSizes.text(bytes)
              + ".");
    }
  }

  private static Refusal refused(String key, String detail) {
    return Refusal.invalid(key, "file", detail);
  }
}
