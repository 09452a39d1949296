package org.itsmsuite.conversation;

import java.util.List;
import java.util.Optional;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** Finds the practice's listener for a record; a practice without one is only written to. */
@Component
class ConversationListeners {

  private final List<ConversationListener> all;

  ConversationListeners(List<ConversationListener> all) {
    this.all = List.copyOf(all);
  }

  /** From here on nobody else changes the record; what was seen of it may be out of date. */
  void lock(RecordSummary seen) {
    of(seen).ifPresent(one -> one.lock(seen.number()));
  }

  void said(RecordSummary record, Contribution said) {
    of(record).ifPresent(one -> one.said(record, said));
  }

  Optional<String> advice(RecordSummary record) {
    return of(record).flatMap(one -> one.advice(record));
  }

  private Optional<ConversationListener> of(RecordSummary record) {
    return all.stream().filter(one -> one.practice().equals(record.practice())).findFirst();
  }
}
