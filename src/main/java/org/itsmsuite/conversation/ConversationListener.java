package org.itsmsuite.conversation;

import java.util.Optional;
import org.itsmsuite.record.RecordSummary;

/**
 * What a practice makes of what is said on its records: clocks that stop, waits that end. Each
 * practice has at most one. Everything joins the transaction of what is said.
 */
public interface ConversationListener {

  /** Whose records it listens to, as {@link RecordSummary#practice} names it. */
  String practice();

  /**
   * Keeps others from changing the record until the transaction ends. Called before anything is
   * written, so that all who write to a record take it first.
   */
  void lock(String number);

  /** It is written; the practice follows. */
  void said(RecordSummary record, Contribution said);

  /**
   * What the requester's side should know before and after it writes, such as how a closed record
   * is reopened; empty where a message is all it takes.
   */
  Optional<String> advice(RecordSummary record);
}
