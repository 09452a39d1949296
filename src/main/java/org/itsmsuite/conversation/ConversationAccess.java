package org.itsmsuite.conversation;

import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.record.RecordPractice;
import org.itsmsuite.record.RecordSummary;
import org.itsmsuite.record.Records;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/**
 * Who may say what on which record. The practice that keeps the record is asked: whoever may know
 * of it and use {@code message} there writes to the requester, {@code note} is for the inside,
 * {@code attach} for files.
 */
@Component
public class ConversationAccess {

  private final Records records;
  private final CurrentUser user;

  ConversationAccess(Records records, CurrentUser user) {
    this.records = records;
    this.user = user;
  }

  public Actor actor() {
    return user.actor();
  }

  /**
   * @throws Refusal as {@link Records#visible}
   */
  public RecordSummary visible(String number) {
    return records.visible(number);
  }

  public boolean seesInternal(String number) {
    return records.practiceOf(number).seesInternal(number);
  }

  public boolean mayWrite(String number, Visibility visibility) {
    RecordPractice practice = records.practiceOf(number);
    return visibility == Visibility.REQUESTER
        ? practice.mayAct(number, "message")
        : practice.seesInternal(number) && practice.mayAct(number, "note");
  }

  /** A file says as much as a text does: whoever may not write for somebody sends them no file. */
  public boolean mayAttach(String number, Visibility visibility) {
    return records.practiceOf(number).mayAct(number, "attach") && mayWrite(number, visibility);
  }

  /**
   * @throws Refusal as {@link #visible}; {@code conversation.not-allowed}, {@code
   *     conversation.internal-not-allowed}
   */
  public RecordSummary requireWrite(String number, Visibility visibility) {
    return require(number, visibility, visible(number), mayWrite(number, visibility));
  }

  /**
   * @throws Refusal as {@link #requireWrite}
   */
  public RecordSummary requireAttach(String number, Visibility visibility) {
    return require(number, visibility, visible(number), mayAttach(number, visibility));
  }

  private static RecordSummary require(
      String number, Visibility visibility, RecordSummary record, boolean allowed) {
    if (allowed) {
      return record;
    }
    throw visibility == Visibility.INTERNAL
        ? Refusal.forbidden(
            "conversation.internal-not-allowed",
            "You may not write internal notes on " + number + ".")
        : Refusal.forbidden("conversation.not-allowed", "You may not write on " + number + ".");
  }

  /** For whom the person speaks who writes now. */
  public Side side(RecordSummary record) {
    Actor actor = actor();
    if (!actor.isPerson()) {
      return Side.SUITE;
    }
    if (actor.id().equals(record.requester())) {
      return Side.REQUESTER;
    }
    boolean worksOnIt = record.group() != null && actor.isIn(record.group());
    return worksOnIt || seesInternal(record.number()) ? Side.SERVICE_DESK : Side.REQUESTER;
  }
}
