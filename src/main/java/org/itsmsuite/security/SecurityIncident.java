package org.itsmsuite.security;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.itsmsuite.incident.Run;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;

/**
 * An information security incident (term 2.12). Its verbs guard what the state allows, change the
 * record and return the fact that tells of it; the caller saves both.
 */
public final class SecurityIncident {

  private final String number;
  private final UUID thread;
  private final Instant reportedAt;
  private final Instant openedAt;
  private final SecurityReport report;
  private long version;
  private SecurityStatus status;
  private SecurityAssessment assessment;
  private String assignee;
  private SecurityOutcome outcome;
  private SecurityReview review;
  private Run run;

  /** As stored. */
  public SecurityIncident(
      String number,
      UUID thread,
      Instant reportedAt,
      Instant openedAt,
      SecurityReport report,
      SecurityStatus status,
      SecurityAssessment assessment,
      String assignee,
      SecurityOutcome outcome,
      SecurityReview review,
      Run run,
      long version) {
    this.number = number;
    this.thread = thread;
    this.reportedAt = reportedAt;
    this.openedAt = openedAt;
    this.report = report;
    this.status = status;
    this.assessment = assessment;
    this.assignee = assignee;
    this.outcome = outcome;
    this.review = review;
    this.run = run;
    this.version = version;
  }

  static SecurityIncident raised(
      String number, UUID thread, Instant reportedAt, Instant at, SecurityReport report) {
    return new SecurityIncident(
        number,
        thread,
        reportedAt,
        at,
        report,
        SecurityStatus.NEW,
        SecurityAssessment.NONE,
        null,
        SecurityOutcome.NONE,
        null,
        null,
        0);
  }

  Fact raised() {
    return fact("security.raised")
        .with("status", status.name())
        .with("title", Personal.of(report.title()))
        .with("description", Personal.of(report.description()))
        .with("service", report.service())
        .with("customer", report.customer())
        .with("reporter", Personal.of(report.reporter()))
        .with("reportedAt", reportedAt.toString())
        .with("thread", thread.toString());
  }

  Fact recorded(Run carriedBy) {
    run = carriedBy;
    return fact("security.recorded")
        .with("process", run.process())
        .with("versionTag", run.versionTag());
  }

  /** A task has got an assignee, or lost it (null). */
  Fact taken(String by) {
    String was = assignee;
    assignee = by;
    return moved("security.taken", by == null ? status : begun())
        .changed("assignee", Personal.of(was), Personal.of(by));
  }

  private SecurityStatus begun() {
    return status == SecurityStatus.NEW ? SecurityStatus.IN_PROGRESS : status;
  }

  Fact assessed(Assessed by) {
    var was = assessment;
    Threat threat = by.threat() == null ? was.threat() : by.threat();
    assessment =
        new SecurityAssessment(
            by.found(),
            null,
            by.reason(),
            by.sameAs(),
            threat,
            by.notifyOutside(),
            by.whyNotNotified(),
            was.risk(),
            was.priority());
    return threat
        .told(moved("security.assessed", begun()), was.threat())
        .changed("found", name(was.found()), by.found().name())
        .changed("notifyOutside", was.notifyOutside(), by.notifyOutside())
        .with("sameAs", by.sameAs())
        .with("reason", Personal.of(by.reason()))
        .with("whyNotNotified", Personal.of(by.whyNotNotified()));
  }

  Fact found(Finding finding) {
    var was = assessment;
    assessment = was.found(finding);
    return fact("security.decided").changed("finding", name(was.finding()), finding.name());
  }

  Fact prioritised(String risk, String priority) {
    var was = assessment;
    assessment = was.prioritised(risk, priority);
    return fact("security.prioritised")
        .changed("risk", was.risk(), risk)
        .changed("priority", was.priority(), priority);
  }

  Fact newFindings(String reason) {
    return fact("security.newFindings").with("reason", Personal.of(reason));
  }

  Fact contained(String resolution, String by, Instant at) {
    var was = outcome;
    outcome =
        new SecurityOutcome(resolution, by, at, was.notification(), was.notifiedAt(), null, null);
    return fact("security.contained")
        .changed("resolution", Personal.of(was.resolution()), Personal.of(resolution))
        .with("containedBy", Personal.of(by))
        .changed("containedAt", name(was.containedAt()), name(at));
  }

  /**
   * @param needed whether somebody was told; else why not
   */
  Fact notified(boolean needed, String text, Instant at) {
    var was = outcome;
    outcome =
        new SecurityOutcome(
            was.resolution(), was.containedBy(), was.containedAt(), text, at, null, null);
    return fact(needed ? "security.outsideNotified" : "security.notificationNotNeeded")
        .changed("notification", Personal.of(was.notification()), Personal.of(text))
        .changed("notifiedAt", name(was.notifiedAt()), name(at));
  }

  Fact resolved(Instant at) {
    outcome = ended(at, null);
    return moved("security.resolved", SecurityStatus.RESOLVED)
        .changed("resolvedAt", null, name(at));
  }

  Fact reviewed(SecurityReview made) {
    review = made;
    return fact("security.reviewed")
        .with("kind", made.kind())
        .with("volume", Personal.of(made.volume()))
        .with("effect", Personal.of(made.effect()))
        .with("lessons", Personal.of(made.lessons()))
        .with("causeLeft", made.causeLeft())
        .with("improvement", made.improvement())
        .with("reviewedBy", Personal.of(made.reviewedBy()));
  }

  /**
   * @param how {@code REVIEWED}, {@code NO_SECURITY_INCIDENT} or {@code SAME_AS_ANOTHER}
   */
  Fact closed(Instant at, String how) {
    outcome = ended(outcome.resolvedAt(), at);
    return moved("security.closed", SecurityStatus.CLOSED)
        .changed("closedAt", null, name(at))
        .with("how", how);
  }

  private SecurityOutcome ended(Instant resolvedAt, Instant closedAt) {
    return new SecurityOutcome(
        outcome.resolution(),
        outcome.containedBy(),
        outcome.containedAt(),
        outcome.notification(),
        outcome.notifiedAt(),
        resolvedAt,
        closedAt);
  }

  private Fact moved(String what, SecurityStatus to) {
    var was = status;
    status = to;
    return fact(what).changed("status", was.name(), to.name());
  }

  Fact fact(String what) {
    var fact = Fact.of(number, what);
    return run == null ? fact : fact.in(run.process());
  }

  void requireOpen(String verb) {
    if (!status.isOpen()) {
      throw Refusal.conflict(
          "security.not-open",
          number + " is " + status + "; " + verb + " is possible only while it is open.");
    }
  }

  private static String name(Object value) {
    return Objects.toString(value, null);
  }

  public String number() {
    return number;
  }

  /** Identity of the thread of connected records; the same as that of the incident beside it. */
  public UUID thread() {
    return thread;
  }

  /** When the event was reported: duties towards others count from here. */
  public Instant reportedAt() {
    return reportedAt;
  }

  /** When this record was opened. */
  public Instant openedAt() {
    return openedAt;
  }

  public SecurityReport report() {
    return report;
  }

  public SecurityStatus status() {
    return status;
  }

  public SecurityAssessment assessment() {
    return assessment;
  }

  /** Account of whoever has the open task, or null. */
  public String assignee() {
    return assignee;
  }

  public SecurityOutcome outcome() {
    return outcome;
  }

  /** Null until it is reviewed. */
  public SecurityReview review() {
    return review;
  }

  /** Null until the process has recorded it. */
  public Run run() {
    return run;
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
