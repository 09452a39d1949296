package org.itsmsuite.change;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with changes, and how they come about. Record, process and ledger change together
 * or not at all. Who may use a verb is decided before it is called.
 */
@Transactional
public class Changes {

  /** The name of the practice among those of all records. */
  public static final String PRACTICE = "change";

  private final ChangeStore store;
  private final ChangeFlow flow;
  private final Submission submission;
  private final ApprovalVoid voids;
  private final Restrictions restrictions;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;
  private final ChangeNews news;

  public Changes(
      ChangeStore store,
      ChangeFlow flow,
      Submission submission,
      ApprovalVoid voids,
      Restrictions restrictions,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      ChangeNews news) {
    this.store = store;
    this.flow = flow;
    this.submission = submission;
    this.voids = voids;
    this.restrictions = restrictions;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
    this.news = news;
  }

  /**
   * Asks for a change.
   *
   * @throws Refusal as {@link Submission} says
   */
  public Change request(NewChange asked) {
    return begin(UUID.randomUUID(), asked, null);
  }

  /**
   * A record cannot go on without a change (I-05, I-07): one begins in its thread, unless it waits
   * for one already. It hears of the end by {@link ChangeEndTaker}. Who may know of the change is
   * who may know of the record.
   *
   * @param record number of the record that waits from now on
   */
  public Change neededBy(String record, UUID thread, NewChange asked) {
    return store.awaitedBy(record).stream()
        .filter(one -> one.status().isOpen())
        .findFirst()
        .orElseGet(() -> begin(thread, asked, record));
  }

  /** Whether a record waits for a change that is still open. */
  @Transactional(readOnly = true)
  public boolean isWaiting(String record) {
    return store.awaitedBy(record).stream().anyMatch(one -> one.status().isOpen());
  }

  private Change begin(UUID thread, NewChange asked, String waiting) {
    Submission.Checked checked = submission.checked(asked, user.actor().id());
    var change =
        Change.requested(store.nextNumber(), thread, time.instant(), checked.rfc(), checked.plan());
    String number = change.number();
    if (waiting != null && restrictions.isRestricted(waiting)) {
      // Before anything else is written or told.
      restrictions.restrict(number);
      restrictions.concerned(waiting).forEach(one -> restrictions.name(number, one));
    }
    store.add(change);
    if (waiting != null) {
      store.addWaiting(number, waiting, time.instant());
    }
    ledger.write(change.requested().with("waiting", waiting));
    submission.checkWindow(change);
    news.requested(change);
    flow.start(number);
    return find(number);
  }

  /**
   * Puts a request in other words, or makes another case of it. Where items, window, plan,
   * implementer, subject, action, impact or urgency become others, an approval is void, open votes
   * end, and the change is assessed again (V17).
   *
   * @param asked everything, also what stays as it is
   * @throws Refusal {@code change.under-implementation}, {@code change.not-open}, and as {@link
   *     Submission} says
   */
  public Change edit(String number, NewChange asked) {
    Change change = existing(number);
    change.requireBeforeStart("editing");
    Submission.Checked checked = submission.checkedAgain(asked, change);
    Rfc rfc = keepingOrigin(checked.rfc(), change.rfc());
    Plan plan = checked.plan();
    boolean otherCase = !plan.isSameCase(change.plan()) || !isSameRequest(rfc, change.rfc());
    Step step = change.edited(rfc, plan, otherCase ? "change.caseEdited" : "change.reworded");
    Change kept = keep(step);
    submission.checkWindow(kept);
    if (otherCase && kept.status() == Status.NEW) {
      // It waits for what it lacked; the process looks again whether it still does.
      flow.send(number, ChangeMessages.CASE_EDITED, Map.of());
    } else if (otherCase) {
      String why = "Items, window, plan or kind of the change were edited";
      kept = keep(kept.approvalVoided(why));
      voids.voided(kept, why);
      news.approvalVoided(kept);
      flow.send(number, ChangeMessages.CASE_EDITED, Map.of());
    }
    return find(number);
  }

  private static Rfc keepingOrigin(Rfc edited, Rfc original) {
    return new Rfc(
        edited.title(),
        edited.description(),
        edited.reason(),
        edited.benefit(),
        original.requester(),
        edited.customer(),
        edited.service(),
        edited.subject(),
        edited.action(),
        edited.impact(),
        edited.emergencyReason(),
        original.cause(),
        original.template());
  }

  private static boolean isSameRequest(Rfc one, Rfc other) {
    return one.subject() == other.subject()
        && one.action() == other.action()
        && one.impact() == other.impact()
        && (one.emergencyReason() == null) == (other.emergencyReason() == null);
  }

  /**
   * It is wanted no longer.
   *
   * @throws Refusal {@code change.under-implementation}, {@code change.not-open}
   */
  public void withdraw(String number, String reason) {
    existing(number).requireBeforeStart("withdrawing");
    flow.send(number, ChangeMessages.WITHDRAWN, Map.of("reason", reason));
  }

  private Change keep(Step step) {
    Change kept = store.save(step.change());
    ledger.write(step.fact());
    return kept;
  }

  private Change existing(String number) {
    return store.lock(number).orElseThrow(() -> Absent.of(PRACTICE, number));
  }

  /**
   * @throws Refusal {@code change.not-found}
   */
  @Transactional(readOnly = true)
  public Change find(String number) {
    return store.find(number).orElseThrow(() -> Absent.of(PRACTICE, number));
  }

  @Transactional(readOnly = true)
  public Optional<Change> lookUp(String number) {
    return store.find(number);
  }

  @Transactional(readOnly = true)
  public ChangePage search(ChangeSearch search) {
    return store.search(search);
  }

  @Transactional(readOnly = true)
  public List<Change> inThread(UUID thread) {
    return store.inThread(thread);
  }

  /** Numbers of the records that wait for it. */
  @Transactional(readOnly = true)
  public List<String> waiting(String number) {
    return store.waiting(number);
  }
}
