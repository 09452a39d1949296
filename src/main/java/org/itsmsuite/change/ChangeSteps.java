package org.itsmsuite.change;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Run;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;

/**
 * What the steps of the process do to the record. Called by the process only, inside the
 * transaction that moves it; each writes the record and one fact.
 */
public class ChangeSteps {

  /** Under which interface records of a practice hear that a change is over. */
  private static final Map<String, String> INTERFACES = Map.of("INC-", "I-08", "PRB-", "I-06");

  private final ChangeStore store;
  private final ChangeRules rules;
  private final Submission submission;
  private final Calendars calendars;
  private final CurrentUser user;
  private final Ledger ledger;
  private final Clock time;
  private final ChangeNews news;
  private final ApprovalVoid voids;
  private final ChangeEndTaker takers;
  private final ScheduleTaker schedule;

  public ChangeSteps(
      ChangeStore store,
      ChangeRules rules,
      Submission submission,
      Calendars calendars,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      ChangeNews news,
      ApprovalVoid voids,
      ChangeEndTaker takers,
      ScheduleTaker schedule) {
    this.store = store;
    this.rules = rules;
    this.submission = submission;
    this.calendars = calendars;
    this.takers = takers;
    this.schedule = schedule;
    this.user = user;
    this.ledger = ledger;
    this.time = time;
    this.news = news;
    this.voids = voids;
  }

  /**
   * @throws Refusal {@code change.not-recorded} if there is no such record: its process was started
   *     by hand
   */
  public Change change(String number) {
    return store
        .find(number == null ? "" : number)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "change.not-recorded",
                    "This process runs for a recorded change only: ask for it on the page"
                        + " Changes."));
  }

  public void recorded(String number, Run run) {
    keep(change(number).recorded(run));
  }

  /** What the table {@code change-category} says; an approval, if there was one, is gone. */
  public void categorised(String number, Category category, String why) {
    keep(change(number).categorised(category, why));
  }

  /**
   * What a request lacked.
   *
   * @param asked how it is to be done; what is asked for stays as it is
   * @throws Refusal {@code change.incomplete} with every field that is still empty, and as {@link
   *     Submission} says
   */
  public void completed(String number, Completion asked) {
    Change change = change(number);
    Rfc rfc = change.rfc();
    var whole =
        new NewChange(
            rfc.title(),
            rfc.description(),
            rfc.reason(),
            rfc.benefit(),
            rfc.requester(),
            rfc.customer(),
            rfc.service(),
            rfc.subject(),
            rfc.action(),
            rfc.impact(),
            rfc.emergencyReason(),
            rfc.cause(),
            null,
            asked.items(),
            asked.from(),
            asked.to(),
            asked.implementationPlan(),
            asked.testPlan(),
            asked.backOutPlan(),
            asked.group(),
            change.implementer());
    Step step =
        change.edited(rfc, submission.checkedAgain(whole, change).plan(), "change.completed");
    List<String> missing = step.change().missing();
    if (!missing.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.INVALID,
          "change.incomplete",
          "Nobody can judge it without these: " + String.join(", ", missing) + ".",
          missing.stream()
              .map(field -> new Refusal.Offence(field, "change.incomplete", "This is needed."))
              .toList());
    }
    submission.checkWindow(keep(step));
  }

  /**
   * What the task that completes a request asks for.
   *
   * @param from inclusive; null if no window is asked for
   * @param to exclusive
   */
  public record Completion(
      List<String> items,
      Instant from,
      Instant to,
      String implementationPlan,
      String testPlan,
      String backOutPlan,
      String group) {}

  /**
   * A new round begins.
   *
   * @throws Refusal {@code change.no-assessment} if none is asked for
   */
  public void assessmentsAsked(String number, List<Asking> asked) {
    Change change = change(number);
    int round = change.round() + 1;
    if (asked.isEmpty()) {
      throw Refusal.conflict(
          "change.no-assessment",
          "The table change-assessments asks for none for "
              + number
              + "; nothing can be decided without.");
    }
    keep(
        change.assessmentsAsked(
            asked.stream()
                .map(
                    one ->
                        Assessment.asked(
                            round, one.kind(), one.group(), due(one.within(), one.calendar())))
                .toList()));
  }

  private Instant due(String within, String calendar) {
    return WorkingSpan.parse(within).after(calendars.current(calendar).calendar(), time.instant());
  }

  /**
   * An assessment as the table asks for it.
   *
   * @param within working time or working days, as {@link WorkingSpan} reads them
   */
  public record Asking(String kind, String group, String within, String calendar) {}

  /** Those asked, and the change managers, are told that an answer is missing. */
  public void assessmentOverdue(String number, String kind) {
    Change change = change(number);
    change.assessment(kind).ifPresent(one -> news.assessmentOverdue(change, one));
  }

  /**
   * Somebody has answered one.
   *
   * @param needed false if there is nothing to assess; the text says why
   * @throws Refusal {@code change.assessment-unknown} if the present round asks for no such one
   */
  public void assessed(
      String number,
      String kind,
      boolean needed,
      String impact,
      String text,
      Map<String, String> answers) {
    Change change = change(number);
    Assessment asked =
        change
            .assessment(kind)
            .orElseThrow(
                () ->
                    Refusal.conflict(
                        "change.assessment-unknown",
                        "Nobody asks for the assessment " + kind + " of " + number + " now."));
    keep(
        change.assessed(
            asked.answered(needed, impact, text, answers, user.actor().id(), time.instant())));
  }

  /**
   * All assessments of the round are in; the rules that matched make the risk.
   *
   * @throws Refusal {@code change.assessment-missing} if one is not: none is skipped silently
   */
  public void riskScored(String number, List<RiskFactor> factors, String tableVersion) {
    Change change = change(number);
    List<String> open =
        change.currentAssessments().stream()
            .filter(one -> !one.isDone())
            .map(Assessment::kind)
            .toList();
    if (!open.isEmpty() || change.currentAssessments().isEmpty()) {
      throw Refusal.conflict(
          "change.assessment-missing",
          "Before " + number + " is decided these assessments are needed: " + open + ".");
    }
    int score = factors.stream().mapToInt(RiskFactor::points).sum();
    keep(
        change.riskScored(
            new Risk(rules.level(change.run().bundle(), score), score, factors, tableVersion)));
  }

  /**
   * What was decided; nothing moves by it before the part that decides has ended.
   *
   * @throws Refusal {@code change.deferred-into-the-past}
   */
  public void decided(String number, Decision decision) {
    Change change = change(number);
    Instant now = time.instant();
    if (decision.verdict() == Verdict.DEFERRED
        && (decision.deferredUntil() == null || !decision.deferredUntil().isAfter(now))) {
      throw Refusal.invalid(
          "change.deferred-into-the-past",
          "deferredUntil",
          "It is put off until a moment that is still to come.");
    }
    keep(change.decided(decision, now));
    news.decided(change(number));
  }

  public void deferred(String number) {
    keep(change(number).deferred());
  }

  public void takenUpAgain(String number) {
    keep(change(number).takenUpAgain());
  }

  /**
   * It has its window.
   *
   * @throws Refusal {@code change.not-approved} if it is not approved, or the approval is void
   */
  public void scheduled(String number, Window window) {
    Change change = change(number);
    if (!change.isApproved()) {
      throw Refusal.conflict(
          "change.not-approved", number + " is not approved; it gets no place in the schedule.");
    }
    keep(change.scheduled(window, time.instant()));
  }

  /**
   * It gets a window. If it had another, what was approved is not what would be done any more.
   *
   * @throws Refusal as {@link Submission} says of a window
   */
  public void windowSettled(String number, Window window, String why) {
    Change change = change(number);
    Change after =
        keep(change.edited(change.rfc(), change.plan().in(window), "change.windowSettled"));
    submission.checkWindow(after);
    if (change.window() != null && !change.window().equals(window)) {
      approvalVoided(number, why);
    }
  }

  /** Everybody concerned is told when it will be done. */
  public void communicated(String number) {
    Change change = change(number);
    ledger.write(news.scheduled(change).in(change.fact("change.scheduleCommunicated")));
    schedule.scheduled(change);
  }

  /**
   * What was approved is not what would be done any more, or cannot be done: open votes end, and
   * the part that is running must end without a schedule.
   */
  public void approvalVoided(String number, String why) {
    Change change = keep(change(number).approvalVoided(why));
    voids.voided(change, why);
    news.approvalVoided(change);
  }

  /**
   * @throws Refusal {@code change.not-scheduled}
   */
  public void implementationStarted(String number) {
    keep(change(number).implementationStarted(time.instant()));
  }

  /**
   * @param summary what was done, or why it was not; may be null
   * @throws Refusal {@code change.not-implementing}
   */
  public void implemented(String number, Implementation implementation, String summary) {
    keep(change(number).implemented(implementation, summary, time.instant()));
  }

  /**
   * @throws Refusal {@code change.not-in-review}
   */
  public void reviewed(String number, Outcome outcome, String summary) {
    keep(change(number).reviewed(outcome, summary, time.instant()));
  }

  /**
   * @throws Refusal {@code change.no-outcome}
   */
  public void closed(String number) {
    news.ended(keep(change(number).closed(time.instant())));
  }

  public void rejected(String number) {
    news.ended(keep(change(number).rejected(time.instant())));
  }

  /**
   * @param why as whoever withdrew it said
   */
  public void withdrawn(String number, String why) {
    Change change = keep(change(number).withdrawn(why, time.instant()));
    voids.voided(change, why);
    news.ended(change);
  }

  /**
   * Whether records of a practice wait for it.
   *
   * @param prefix of their numbers, such as {@code INC-}
   */
  public boolean isAwaited(String number, String prefix) {
    return store.waiting(number).stream().anyMatch(one -> one.startsWith(prefix));
  }

  /**
   * The records that wait for it under this interface are told that it is over; each hears it once.
   *
   * @param interfaceId such as {@code I-08}
   */
  public void leave(String number, String interfaceId, String message) {
    Change change = change(number);
    for (String record : store.waiting(number)) {
      if (interfaceId.equals(INTERFACES.get(record.substring(0, record.indexOf('-') + 1)))) {
        boolean heard = takers.ended(change, record);
        ledger.write(
            change
                .fact("change.messageLeft")
                .with("interface", interfaceId)
                .with("message", message)
                .with("record", record)
                .with("heard", heard)
                .with("outcome", ChangeNews.outcome(change)));
      }
    }
  }

  private Change keep(Step step) {
    Change kept = store.save(step.change());
    ledger.write(step.fact());
    return kept;
  }
}
