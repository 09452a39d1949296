package org.itsmsuite.incident;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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
  private Family family;

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
      Family family,
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
    this.family = family;
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
        Family.NONE,
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
    assessment = was.as(mechanism, category, was.duplicateOf());
    return fact("incident.classified")
        .changed("mechanism", name(was.mechanism()), mechanism.name())
        .changed("category", was.category(), category);
  }

  Fact prioritised(String priority) {
    var was = assessment;
    assessment = was.at(priority);
    return fact("incident.prioritised").changed("priority", was.priority(), priority);
  }

  Fact judged(Impact impact, Urgency urgency, String reason) {
    var was = assessment;
    assessment = was.judged(impact, urgency);
    return fact("incident.judged")
        .changed("impact", was.impact().name(), impact.name())
        .changed("urgency", was.urgency().name(), urgency.name())
        .with("reason", Personal.of(reason));
  }

  Fact triaged(Triage found) {
    var was = assessment;
    assessment =
        was.as(found.mechanism(), found.category(), found.duplicateOf())
            .judged(found.impact(), found.urgency())
            .byPerson();
    return fact("incident.triaged")
        .changed("mechanism", name(was.mechanism()), found.mechanism().name())
        .changed("category", was.category(), found.category())
        .changed("impact", was.impact().name(), found.impact().name())
        .changed("urgency", was.urgency().name(), found.urgency().name())
        .changed("duplicateOf", was.duplicateOf(), found.duplicateOf())
        .changed("triaged", was.triaged(), true);
  }

  /** Number, thread and times stay: it is the same event, handled as something else (S-56). */
  Fact reclassified(Mechanism mechanism, String duplicateOf, String reason) {
    requireOpen("Reclassifying");
    var was = assessment;
    assessment = was.as(mechanism, was.category(), duplicateOf).byPerson();
    return fact("incident.reclassified")
        .changed("mechanism", name(was.mechanism()), mechanism.name())
        .changed("duplicateOf", was.duplicateOf(), duplicateOf)
        .with("reason", Personal.of(reason));
  }

  /** From now on only those concerned know of it. */
  Fact restricted(String reason) {
    var was = assessment;
    assessment = was.concerningSecurity();
    return fact("incident.restricted")
        .changed("security", was.security(), true)
        .with("reason", Personal.of(reason));
  }

  /** Whether its declaration as a major incident stands; the fact is written by who declares. */
  void major(boolean declared) {
    assessment = assessment.major(declared);
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
        .changed("reassignments", was.reassignments(), assignment.reassignments())
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
    return moved("incident.waiting", Status.WAITING).changed("waitingFor", null, reason.name());
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

  /**
   * @param by account of the person who did, or null; whoever acts, or the fact has to name them
   */
  Fact restored(String resolution, String code, boolean problemSuspected, String by) {
    var was = outcome;
    outcome = new Outcome(resolution, code, problemSuspected, null, null, was.reopenings(), by);
    return ended(fact("incident.restored"), was, wait);
  }

  Fact resolved(Instant at) {
    var was = outcome;
    var waited = wait;
    wait = null;
    outcome =
        new Outcome(
            was.resolution(),
            was.code(),
            was.problemSuspected(),
            at,
            null,
            was.reopenings(),
            was.resolvedBy());
    return ended(moved("incident.resolved", Status.RESOLVED), was, waited);
  }

  Fact closed(Instant at, String how) {
    var was = outcome;
    var waited = wait;
    wait = null;
    outcome =
        new Outcome(
            was.resolution(),
            was.code(),
            was.problemSuspected(),
            was.resolvedAt(),
            at,
            was.reopenings(),
            was.resolvedBy());
    return ended(moved("incident.closed", Status.CLOSED), was, waited).with("how", how);
  }

  Fact reopened(String reason) {
    var was = outcome;
    var handledAs = assessment;
    assessment = assessment.as(Mechanism.INCIDENT, assessment.category(), null);
    // What was said to have restored the service has not; the fact keeps it.
    outcome =
        new Outcome(
            null, null, was.problemSuspected(), null, null, was.reopenings() + 1, was.resolvedBy());
    return ended(moved("incident.reopened", settled()), was, wait)
        .changed("mechanism", name(handledAs.mechanism()), Mechanism.INCIDENT.name())
        .changed("duplicateOf", handledAs.duplicateOf(), null)
        .with("reason", Personal.of(reason));
  }

  Fact cancelled(Instant at, String reason) {
    var was = outcome;
    var waited = wait;
    wait = null;
    outcome = new Outcome(null, "CANCELLED", false, null, at, was.reopenings(), null);
    return ended(moved("incident.cancelled", Status.CANCELLED), was, waited)
        .with("reason", Personal.of(reason));
  }

  Fact madeChildOf(String parent, String reason) {
    requireOpen("Making it a child");
    family = new Family(parent);
    return fact("incident.madeChild")
        .changed("parent", null, parent)
        .with("reason", Personal.of(reason));
  }

  Fact takenFromParent(String reason) {
    var was = family;
    family = Family.NONE;
    return fact("incident.takenFromParent")
        .changed("parent", was.parent(), null)
        .with("reason", Personal.of(reason));
  }

  /** Behind the line of a restriction it stands alone. */
  Fact leftFamily(List<String> children) {
    var was = family;
    family = Family.NONE;
    return fact(RestrictedIncidents.FAMILY_ENDED)
        .with("parent", was.parent())
        .with("children", children);
  }

  /** Handled as an incident again, before anybody closed it as a duplicate. */
  Fact noDuplicate() {
    var was = assessment;
    assessment = was.as(Mechanism.INCIDENT, was.category(), null);
    return fact("incident.reclassified")
        .changed("mechanism", was.mechanism().name(), assessment.mechanism().name())
        .changed("duplicateOf", was.duplicateOf(), null);
  }

  /** Tells what became of the outcome and of a wait that ended with it. */
  private Fact ended(Fact fact, Outcome was, Wait waited) {
    return fact.changed(
            "resolution", Personal.of(was.resolution()), Personal.of(outcome.resolution()))
        .changed("code", was.code(), outcome.code())
        .changed("problemSuspected", was.problemSuspected(), outcome.problemSuspected())
        .changed("resolvedAt", name(was.resolvedAt()), name(outcome.resolvedAt()))
        .changed("closedAt", name(was.closedAt()), name(outcome.closedAt()))
        .changed("reopenings", was.reopenings(), outcome.reopenings())
        .changed("waitingFor", name(waited), name(wait));
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

  /** Resolved incidents still count as unfinished: they may come back. */
  boolean isClosed() {
    return status == Status.CLOSED || status == Status.CANCELLED;
  }

  /** Neither resolved nor closed nor cancelled. */
  public boolean isOpen() {
    return OPEN.contains(status);
  }

  void requireOpen(String what) {
    if (!isOpen()) {
      throw Refusal.conflict(
          "incident.not-open",
          number + " is " + status + "; " + what + " is possible only while it is open.");
    }
  }

  private static String name(Object value) {
    return Objects.toString(value, null);
  }

  private static String name(Wait wait) {
    return wait == null ? null : wait.reason().name();
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

  /** Never null. */
  public Family family() {
    return family;
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
