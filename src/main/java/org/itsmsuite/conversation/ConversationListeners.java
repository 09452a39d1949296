package org.itsmsuite.conversation;

import java.util.List;
import java.util.Optional;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.record.Records;
import org.springframework.stereotype.Component;

/** Finds the practice's listener for a record; a practice without one is only written to. */
@Component
class ConversationListeners {

  private final List<ConversationListener> all;
  private final Records records;

  ConversationListeners(List<ConversationListener> all, Records records) {
    this.all = List.copyOf(all);
    this.records = records;
  }

  /** The record as it is once nobody else can change it. */
  RecordSummary locked(RecordSummary seen) {
    Optional<ConversationListener> listener = of(seen);
    listener.ifPresent(one -> one.lock(seen.number()));
    return listener
        .flatMap(one -> records.practiceOf(seen.number()).find(seen.number()))
        .orElse(seen);
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
