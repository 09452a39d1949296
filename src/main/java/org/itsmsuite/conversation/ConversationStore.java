package org.itsmsuite.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps entries. */
public interface ConversationStore {

  void add(Entry entry);

  Optional<Entry> find(UUID id);

  /**
   * Oldest first.
   *
   * @param internal whether internal ones are among them
   * @param offset how many of the oldest are left out
   */
  List<Entry> of(String record, boolean internal, long offset, int most);

  long count(String record, boolean internal);
}
