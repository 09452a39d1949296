package org.itsmsuite.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A message or, if only the inside sees it, a note.
 *
 * @param record its number
 * @param author account
 * @param text several lines, no markup
 */
public record Entry(
    UUID id,
    String record,
    Instant at,
    String author,
    Side side,
    Visibility visibility,
    String text) {

  /** The same in other words. */
  Entry saying(String other) {
    return new Entry(id, record, at, author, side, visibility, other);
  }
}
