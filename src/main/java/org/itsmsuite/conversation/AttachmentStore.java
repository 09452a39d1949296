package org.itsmsuite.conversation;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps files. */
public interface AttachmentStore {

  /**
   * Adds the file with its content, in the caller's transaction.
   *
   * @param content read to its end, not closed
   */
  void add(Attachment attachment, InputStream content) throws IOException;

  Optional<Attachment> find(UUID id);

  /** Oldest first. */
  List<Attachment> of(String record);

  /** The content, read piece by piece as it is asked for. */
  InputStream content(UUID id);
}
