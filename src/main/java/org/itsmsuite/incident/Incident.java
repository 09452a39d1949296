package org.itsmsuite.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;

/**
 * An incident (term 2.10). Its verbs guard what the state allows, change the record and return the
 * fact that tells of it; the caller saves both.
 */
public final class Incident {

  private static final Set<Status> OPEN =
      EnumSet.of(Status.NEW, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING);

  private final String number;
  private final UUID thread;
  private final Instant openedAt;
  private final Report report;
  private long version;
  private Status status;
  private Assessment assessment;
  private Assignment assignment;
  private Wait wait;
  private Outcome outcome;
  private Run run;

  /** As stored. */
  public Incident(
      String number,
      UUID thread,
      Instant openedAt,
      Report report,
      Status status,
      Assessment assessment,
      Assignment assignment,
      Wait wait,
      Outcome outcome,
      Run run,
      long version) {
    this.number = number;
    this.thread = thread;
    this.openedAt = openedAt;
    this.report = report;
    this.status = status;
    this.assessment = assessment;
    this.assignment = assignment;
    this.wait = wait;
    this.outcome = outcome;
    this.run = run;
    this.version = version;
  }

  static Incident reported(
      String number, UUID thread, Instant at, Report report, Assessment first) {
    return new Incident(
        number,
        thread,
        at,
        report,
        Status.NEW,
        first,
        new Assignment(null, null, 1, 0),
        null,
        Outcome.NONE,
        null,
        0);
  }

  Fact reported() {
    return fact("incident.reported")
        .with("status", status.name())
        .with("title", Personal.of(report.title()))
        .with("description", Personal.of(report.description()))
        .with("service", report.service())
        .with("customer", report.customer())
        .with("configurationItem", report.configurationItem())
        .with("kind", report.kind().name())
        .with("impact", assessment.impact().name())
        .with("urgency", assessment.urgency().name())
        .with("category", assessment.category())
        .with("channel", report.channel())
        .with("requester", Personal.of(report.requester()))
        .with("security", report.security())
        .with("thread", thread.toString());
  }

  Fact recorded(Run carriedBy) {
    run = carriedBy;
    return fact("incident.recorded")
        .with("process", run.process())
        .with("versionTag", run.versionTag());
  }

  Fact classified(Mechanism mechanism, String category) {
    var was = assessment;
    assessment =
        new Assessment(
            mechanism,
            category,
            was.impact(),
            was.urgency(),
            was.priority(),
            was.triaged(),
            was.duplicateOf());
    return fact("incident.classified")
        .changed("mechanism", name(was.mechanism()), mechanism.name())
        .changed("category", was.category(), category);
  }

  Fact prioritised(String priority) {
    var was = assessment;
    assessment =
        new Assessment(
            was.mechanism(),
            was.category(),
            was.impact(),
            was.urgency(),
            priority,
            was.triaged(),
            was.duplicateOf());
    return fact("incident.prioritised").changed("priority", was.priority(), priority);
  }

  Fact judged(Impact impact, Urgency urgency, String reason) {
    var was = assessment;
    assessment =
        new Assessment(
            was.mechanism(),
            was.category(),
            impact,
            urgency,
            was.priority(),
            was.triaged(),
            was.duplicateOf());
    return fact("incident.judged")
        .changed("impact", was.impact().name(), impact.name())
        .changed("urgency", was.urgency().name(), urgency.name())
        .with("reason", Personal.of(reason));
  }

  Fact triaged(Triage found) {
    var was = assessment;
    assessment =
        new Assessment(
            found.mechanism(),
            found.category(),
            found.impact(),
            found.urgency(),
            was.priority(),
            true,
            found.duplicateOf());
    return fact("incident.triaged")
        .changed("mechanism", name(was.mechanism()), found.mechanism().name())
        .changed("category", was.category(), found.category())
        .changed("impact", was.impact().name(), found.impact().name())
        .changed("urgency", was.urgency().name(), found.urgency().name())
        .changed("duplicateOf", was.duplicateOf(), found.duplicateOf())
        .changed("triaged", was.triaged(), true);
  }

  Fact assignedTo(String what, String group, int level, boolean counts, String reason) {
    requireOpen(what);
    var was = assignment;
    boolean other = was.group() != null && !was.group().equals(group);
    String assignee = other ? null : was.assignee();
    assignment =
        new Assignment(group, assignee, level, was.reassignments() + (other && counts ? 1 : 0));
    return moved(what, settled())
        .changed("group", was.group(), group)
        .changed("assignee", Personal.of(was.assignee()), Personal.of(assignee))
        .changed("level", was.level(), level)
        .with("reason", Personal.of(reason));
  }

  Fact taken(String assignee) {
    var was = assignment;
    assignment = new Assignment(was.group(), assignee, was.level(), was.reassignments());
    return moved("incident.taken", settled())
        .changed("assignee", Personal.of(was.assignee()), Personal.of(assignee));
  }

  private Status settled() {
    if (wait != null) {
      return Status.WAITING;
    }
    if (assignment.assignee() != null) {
      return Status.IN_PROGRESS;
    }
    return assessment.triaged() ? Status.ASSIGNED : Status.NEW;
  }

  Fact waiting(WaitingReason reason, Instant since) {
    requireOpen("incident.waiting");
    wait = new Wait(reason, since, 0);
    return moved("incident.waiting", Status.WAITING).with("waitingFor", reason.name());
  }

  Fact reminded() {
    wait = new Wait(wait.reason(), wait.since(), wait.reminders() + 1);
    return fact("incident.reminded")
        .with("waitingFor", wait.reason().name())
        .with("reminder", wait.reminders());
  }

  Fact resumed() {
    var was = wait;
    wait = null;
    return moved("incident.resumed", settled())
        .changed("waitingFor", was == null ? null : was.reason().name(), null);
  }

  Fact restored(String resolution, String code, boolean problemSuspected) {
    outcome = new Outcome(resolution, code, problemSuspected, null, null, outcome.reopenings());
    return fact("incident.restored")
        .with("resolution", Personal.of(resolution))
        .with("code", code)
        .with("problemSuspected", problemSuspected);
  }

  Fact resolved(Instant at) {
    var was = wait;
    wait = null;
    outcome =
        new Outcome(
            outcome.resolution(),
            outcome.code(),
            outcome.problemSuspected(),
            at,
            null,
            outcome.reopenings());
    return moved("incident.resolved", Status.RESOLVED)
        .with("resolvedAt", at.toString())
        .changed("waitingFor", was == null ? null : was.reason().name(), null);
  }

  Fact closed(Instant at, String how) {
    outcome =
        new Outcome(
            outcome.resolution(),
            outcome.code(),
            outcome.problemSuspected(),
            outcome.resolvedAt(),
            at,
            outcome.reopenings());
    wait = null;
    return moved("incident.closed", Status.CLOSED).with("closedAt", at.toString()).with("how", how);
  }

  Fact reopened(String reason) {
    outcome =
        new Outcome(
            outcome.resolution(),
            outcome.code(),
            outcome.problemSuspected(),
            null,
            null,
            outcome.reopenings() + 1);
    return moved("incident.reopened", settled())
        .with("reopenings", outcome.reopenings())
        .with("reason", Personal.of(reason));
  }

  Fact cancelled(Instant at, String reason) {
    wait = null;
    outcome = new Outcome(null, "CANCELLED", false, null, at, outcome.reopenings());
    return moved("incident.cancelled", Status.CANCELLED).with("reason", Personal.of(reason));
  }

  private Fact moved(String what, Status to) {
    var was = status;
    status = to;
    return fact(what).changed("status", was.name(), to.name());
  }

  Fact fact(String what) {
    var fact = Fact.of(number, what);
    return run == null ? fact : fact.in(run.process());
  }

  boolean isOpen() {
    return OPEN.contains(status);
  }

  void requireOpen(String what) {
    if (!isOpen()) {
      throw Refusal.conflict(
          "incident.not-open",
          number + " is " + status + "; " + what + " is possible only while it is open.");
    }
  }

  private static String name(Mechanism mechanism) {
    return Objects.toString(mechanism, null);
  }

  public String number() {
    return number;
  }

  /** Identity of the thread of connected records this one belongs to. */
  public UUID thread() {
    return thread;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Report report() {
    return report;
  }

  public Status status() {
    return status;
  }

  public Assessment assessment() {
    return assessment;
  }

  public Assignment assignment() {
    return assignment;
  }

  /** Null unless it waits. */
  public Wait waiting() {
    return wait;
  }

  public Outcome outcome() {
    return outcome;
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
