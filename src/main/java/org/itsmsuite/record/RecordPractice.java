package org.itsmsuite.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.ledger.LedgerEntry;

/** A practice that keeps records. What it answers is for the person who asks, unless it says so. */
public interface RecordPractice {

  /** Such as {@code incident}. */
  String name();

  /** Whether the number has this practice's form, such as {@code INC-000001}. */
  boolean owns(String number);

  /** The record, if the person may know of it. */
  Optional<RecordSummary> visible(String number);

  /** The record, whoever asks: for steps of the suite itself. */
  Optional<RecordSummary> find(String number);

  /** Records of the thread that the person may know of, oldest first. */
  List<RecordSummary> inThread(UUID thread);

  /** Whether the person sees what is not for the requester: internal notes, who was told what. */
  boolean seesInternal(String number);

  /**
   * Whether the access table lets the person use an action on this record, or {@code message},
   * {@code note}, {@code attach}; whether the record's state allows it is another question.
   */
  boolean mayAct(String number, String action);

  /** Facts of the record that the person may see, oldest first. */
  List<LedgerEntry> timeline(String number);

  /**
   * Carries an action out.
   *
   * @param values field to value, texts as they came
   * @throws org.itsmsuite.refusal.Refusal if there is no such action, it is not allowed, or the
   *     state does not allow it
   */
  void act(String number, String action, Map<String, String> values);

  /** The record as its API gives it. */
  Object body(String number);
}
