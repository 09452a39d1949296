package org.itsmsuite.incident.major;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.notification.Reach;

/**
 * One declaration of a major incident and what became of it. Its verbs change it and return the
 * fact that tells of it; the caller saves both. An incident that was withdrawn or reviewed may be
 * declared again, as another one.
 */
public final class MajorIncident {

  /** Where a major incident stands. */
  public enum Stage {
    /** The incident is open, word goes out. */
    LED,
    /** The incident has ended; technical tasks may still go on. The report is awaited. */
    ENDED,
    /** The report is there; the review is awaited. */
    REPORTED,
    REVIEWED,
    WITHDRAWN
  }

  private final UUID id;
  private final String record;
  private final Declaration declaration;
  private final MajorTerms terms;
  private Lead lead;
  private Aftermath aftermath;
  private Withdrawal withdrawal;
  private long version;

  /** As stored. */
  public MajorIncident(
      UUID id,
      String record,
      Declaration declaration,
      MajorTerms terms,
      Lead lead,
      Aftermath aftermath,
      Withdrawal withdrawal,
      long version) {
    this.id = id;
    this.record = record;
    this.declaration = declaration;
    this.terms = terms;
    this.lead = lead;
    this.aftermath = aftermath;
    this.withdrawal = withdrawal;
    this.version = version;
  }

  static MajorIncident declared(UUID id, String record, Declaration declaration, MajorTerms terms) {
    return new MajorIncident(id, record, declaration, terms, Lead.NOBODY, Aftermath.NONE, null, 0);
  }

  Fact declared() {
    return fact("majorIncident.declared")
        .changed("major", false, true)
        .with("how", declaration.how().name())
        .with("reason", Personal.of(declaration.reason()))
        .with("agreedWith", declaration.agreedWith())
        .with("agreedOn", Objects.toString(declaration.agreedOn(), null))
        .with("updateEvery", terms.updateEvery().toString())
        .with("updateCalendar", terms.updateCalendar())
        .with("reportWithin", terms.reportWithin().toString())
        .with("reviewWithin", terms.reviewWithin().toString())
        .with("calendar", terms.calendar());
  }

  /**
   * The process leads it from now on. Whether top management was reached is what the fact says.
   *
   * @param meant who is to hear of it, now and with every word that follows
   */
  Fact informed(MajorRun run, Set<String> meant, Reach told) {
    lead = lead.in(run, meant);
    return told(
        told.includes(MajorNews.MANAGEMENT)
            ? "majorIncident.managementInformed"
            : "majorIncident.managementNotReached",
        told,
        occasion("declared"));
  }

  Fact chargeTaken(String manager, Instant at) {
    return managed("majorIncident.chargeTaken", manager, at);
  }

  Fact managerNamed(String manager) {
    return managed("majorIncident.managerNamed", manager, lead.chargedAt());
  }

  private Fact managed(String what, String manager, Instant at) {
    String was = lead.manager();
    lead = lead.by(manager, at);
    return fact(what).changed("manager", Personal.of(was), Personal.of(manager));
  }

  Fact updateSent(String text, Instant at, Reach recipients) {
    String occasion = nextUpdate();
    int count = updates() + 1;
    lead = lead.told(new Word(count, at, text));
    return told("majorIncident.updateSent", recipients, occasion)
        .with("update", count)
        .with("text", Personal.of(text));
  }

  /** The occasion of the next update. */
  String nextUpdate() {
    return occasion("update/" + (updates() + 1));
  }

  private int updates() {
    return lead.word() == null ? 0 : lead.word().count();
  }

  /** The incident has ended; the report is due. */
  Fact ended(Instant at, Instant reportDue) {
    aftermath = aftermath.ended(at, reportDue);
    return fact("majorIncident.ended")
        .changed("endedAt", null, at.toString())
        .changed("reportDueAt", null, reportDue.toString());
  }

  /** The incident is open again: what was written about its end has to be written anew. */
  Fact resumed() {
    var was = aftermath;
    aftermath = aftermath.resumed();
    return fact("majorIncident.resumed")
        .changed("endedAt", text(was.endedAt()), null)
        .changed("reportDueAt", text(was.reportDueAt()), null)
        .changed("reviewDueAt", text(was.reviewDueAt()), null);
  }

  Fact withdrawn(Withdrawal by, Reach recipients, List<Integer> calledOff) {
    withdrawal = by;
    return told("majorIncident.withdrawn", recipients, occasion("withdrawn"))
        .changed("major", true, false)
        .with("reason", Personal.of(by.reason()))
        .with("technicalTasksCalledOff", calledOff);
  }

  Fact reported(MajorReport report, Instant reviewDue) {
    aftermath = aftermath.reported(report, reviewDue);
    return fact("majorIncident.reported")
        .with("course", Personal.of(report.course()))
        .with("cause", Personal.of(report.cause()))
        .with("effect", Personal.of(report.effect()))
        .with("done", Personal.of(report.done()))
        .with("lessons", Personal.of(report.lessons()))
        .changed("reviewDueAt", null, reviewDue.toString());
  }

  Fact reviewed(MajorReview review) {
    aftermath = aftermath.reviewed(review);
    return fact("majorIncident.reviewed")
        .with("participants", Personal.of(review.participants()))
        .with("findings", Personal.of(review.findings()))
        .with("improvements", Personal.of(review.improvements()))
        .with("problemWanted", review.problemWanted())
        .with("whyNoProblem", Personal.of(review.whyNoProblem()));
  }

  /** Somebody was told that report or review is overdue. */
  Fact reminded(Awaited what, Reach recipients) {
    String occasion = nextReminder(what);
    aftermath = aftermath.reminded();
    return told("majorIncident.overdueTold", recipients, occasion)
        .with("awaited", what.name())
        .with("reminder", aftermath.reminders());
  }

  Fact given(TechnicalTask task) {
    return fact("majorIncident.technicalTaskGiven")
        .with("position", task.position())
        .with("group", task.group())
        .with("task", Personal.of(task.text()));
  }

  Fact done(TechnicalTask task) {
    return fact("majorIncident.technicalTaskDone")
        .with("position", task.position())
        .with("group", task.group())
        .with("outcome", task.outcome().name())
        .with("result", Personal.of(task.result()));
  }

  /** Recipients are people's accounts and addresses. */
  private Fact told(String what, Reach recipients, String occasion) {
    return recipients.in(fact(what)).with("occasion", occasion);
  }

  private Fact fact(String what) {
    var fact = Fact.of(record, what);
    return lead.run() == null ? fact : fact.in(lead.run().process());
  }

  private static String text(Instant instant) {
    return Objects.toString(instant, null);
  }

  /** What makes a message one of a kind for its recipient, such as {@code update/3}. */
  String occasion(String what) {
    return "major/" + id + "/" + what;
  }

  /** The occasion of the next reminder. */
  String nextReminder(Awaited what) {
    return occasion(
        "overdue/"
            + what.label()
            + "/"
            + aftermath.dueOf(what)
            + "/"
            + (aftermath.reminders() + 1));
  }

  public Stage stage() {
    if (withdrawal != null) {
      return Stage.WITHDRAWN;
    }
    if (aftermath.review() != null) {
      return Stage.REVIEWED;
    }
    if (aftermath.isReported()) {
      return Stage.REPORTED;
    }
    return aftermath.endedAt() == null ? Stage.LED : Stage.ENDED;
  }

  /** Neither withdrawn nor reviewed. */
  public boolean goesOn() {
    return stage() != Stage.WITHDRAWN && stage() != Stage.REVIEWED;
  }

  public UUID id() {
    return id;
  }

  /** Number of the incident. */
  public String record() {
    return record;
  }

  public Declaration declaration() {
    return declaration;
  }

  public MajorTerms terms() {
    return terms;
  }

  public Lead lead() {
    return lead;
  }

  public Aftermath aftermath() {
    return aftermath;
  }

  /** Null unless it was withdrawn. */
  public Withdrawal withdrawal() {
    return withdrawal;
  }

  /** For optimistic locking: what the stored row must still have. */
  public long version() {
    return version;
  }

  /** The store has written it. */
  public void saved() {
    version++;
  }
}
