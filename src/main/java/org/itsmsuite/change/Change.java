package org.itsmsuite.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.itsmsuite.incident.Run;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;

/**
 * A change (terms 2.24, 2.4), from the request to the reviewed result. Never altered: a verb guards
 * what the state allows and gives the record as it is afterwards with the fact that tells of it.
 */
public final class Change {

  private final String number;
  private final UUID thread;
  private final Instant openedAt;
  private Rfc rfc;
  private Plan plan;
  private Status status;
  private Category category;
  private String categoryReason;
  private int round;
  private List<Assessment> assessments;
  private Risk risk;
  private Decision decision;
  private Instant decidedAt;
  private String approvalVoid;
  private Instant scheduledAt;
  private ChangeResult result;
  private Run run;
  private long version;

  /** As stored. */
  public Change(
      String number,
      UUID thread,
      Instant openedAt,
      Rfc rfc,
      Plan plan,
      Status status,
      Category category,
      String categoryReason,
      int round,
      List<Assessment> assessments,
      Risk risk,
      Decision decision,
      Instant decidedAt,
      String approvalVoid,
      Instant scheduledAt,
      ChangeResult result,
      Run run,
      long version) {
    this.number = number;
    this.thread = thread;
    this.openedAt = openedAt;
    this.rfc = rfc;
    this.plan = plan;
    this.status = status;
    this.category = category;
    this.categoryReason = categoryReason;
    this.round = round;
    this.assessments = List.copyOf(assessments);
    this.risk = risk;
    this.decision = decision;
    this.decidedAt = decidedAt;
    this.approvalVoid = approvalVoid;
    this.scheduledAt = scheduledAt;
    this.result = result;
    this.run = run;
    this.version = version;
  }

  private Change(Change other) {
    this(
        other.number,
        other.thread,
        other.openedAt,
        other.rfc,
        other.plan,
        other.status,
        other.category,
        other.categoryReason,
        other.round,
        other.assessments,
        other.risk,
        other.decision,
        other.decidedAt,
        other.approvalVoid,
        other.scheduledAt,
        other.result,
        other.run,
        other.version);
  }

  static Change requested(String number, UUID thread, Instant at, Rfc rfc, Plan plan) {
    return new Change(
        number,
        thread,
        at,
        rfc,
        plan,
        Status.NEW,
        null,
        null,
        0,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        ChangeResult.NONE,
        null,
        0);
  }

  private Change with(Consumer<Change> edit) {
    var copy = new Change(this);
    edit.accept(copy);
    return copy;
  }

  Fact requested() {
    return told(fact("change.requested"))
        .with("status", status.name())
        .with("title", Personal.of(rfc.title()))
        .with("description", Personal.of(rfc.description()))
        .with("reason", Personal.of(rfc.reason()))
        .with("benefit", Personal.of(rfc.benefit()))
        .with("requester", Personal.of(rfc.requester()))
        .with("customer", rfc.customer())
        .with("service", rfc.service())
        .with("subject", rfc.subject().name())
        .with("action", rfc.action().name())
        .with("impact", rfc.impact().name())
        .with("emergencyReason", Personal.of(rfc.emergencyReason()))
        .with("cause", rfc.cause())
        .with("template", rfc.template() == null ? null : rfc.template().id())
        .with("templateVersion", rfc.template() == null ? null : rfc.template().version())
        .with("thread", thread.toString());
  }

  private Fact told(Fact fact) {
    return fact.with("items", plan.items())
        .with("services", plan.services())
        .with("window", text(plan.window()))
        .with("implementationPlan", Personal.of(plan.implementationPlan()))
        .with("testPlan", Personal.of(plan.testPlan()))
        .with("backOutPlan", Personal.of(plan.backOutPlan()))
        .with("group", plan.group())
        .with("implementer", Personal.of(plan.implementer()));
  }

  Step recorded(Run carriedBy) {
    Change after = with(copy -> copy.run = carriedBy);
    return new Step(
        after,
        after
            .fact("change.recorded")
            .with("process", carriedBy.process())
            .with("versionTag", carriedBy.versionTag()));
  }

  /** What is asked for, or how it is to be done, is put in other words, or is something else. */
  Step edited(Rfc asked, Plan planned, String what) {
    Change after =
        with(
            copy -> {
              copy.rfc = asked;
              copy.plan = planned;
            });
    return new Step(
        after,
        fact(what)
            .changed("title", Personal.of(rfc.title()), Personal.of(asked.title()))
            .changed(
                "description", Personal.of(rfc.description()), Personal.of(asked.description()))
            .changed("reason", Personal.of(rfc.reason()), Personal.of(asked.reason()))
            .changed("benefit", Personal.of(rfc.benefit()), Personal.of(asked.benefit()))
            .changed("service", rfc.service(), asked.service())
            .changed("subject", rfc.subject().name(), asked.subject().name())
            .changed("action", rfc.action().name(), asked.action().name())
            .changed("impact", rfc.impact().name(), asked.impact().name())
            .changed("items", plan.items(), planned.items())
            .changed("services", plan.services(), planned.services())
            .changed("window", text(plan.window()), text(planned.window()))
            .changed(
                "implementationPlan",
                Personal.of(plan.implementationPlan()),
                Personal.of(planned.implementationPlan()))
            .changed("testPlan", Personal.of(plan.testPlan()), Personal.of(planned.testPlan()))
            .changed(
                "backOutPlan", Personal.of(plan.backOutPlan()), Personal.of(planned.backOutPlan()))
            .changed("group", plan.group(), planned.group())
            .changed(
                "implementer",
                Personal.of(plan.implementer()),
                Personal.of(planned.implementer())));
  }

  /**
   * @param why the words of the rule that decided it; may be null
   */
  Step categorised(Category found, String why) {
    boolean inAdvance = found == Category.PRE_APPROVED;
    Change after =
        with(
            copy -> {
              copy.category = found;
              copy.categoryReason = why;
              copy.decision = inAdvance ? Decision.byTemplate(rfc.template()) : null;
              copy.decidedAt = null;
              copy.approvalVoid = null;
              copy.scheduledAt = null;
            });
    return new Step(
        after,
        fact("change.categorised")
            .changed("category", name(category), found.name())
            .with("why", why));
  }

  /** A new round of assessments begins; those of earlier rounds stay as they are. */
  Step assessmentsAsked(List<Assessment> asked) {
    Change after =
        with(
            copy -> {
              copy.round = round + 1;
              copy.status = Status.ASSESSMENT;
              copy.risk = null;
              copy.decision = null;
              copy.decidedAt = null;
              copy.approvalVoid = null;
              copy.scheduledAt = null;
              List<Assessment> all = new ArrayList<>(assessments);
              all.addAll(asked);
              copy.assessments = List.copyOf(all);
            });
    return new Step(
        after,
        fact("change.assessmentsAsked")
            .changed("status", status.name(), after.status.name())
            .with("round", after.round)
            .with("assessments", asked.stream().map(Assessment::kind).toList()));
  }

  Step assessed(Assessment given) {
    Change after =
        with(
            copy ->
                copy.assessments =
                    assessments.stream().map(one -> isSame(one, given) ? given : one).toList());
    return new Step(
        after,
        fact("change.assessed")
            .with("round", given.round())
            .with("assessment", given.kind())
            .with("needed", given.needed())
            .with("impact", given.impact())
            .with("text", Personal.of(given.text()))
            .with("answers", given.answers())
            .with("assessor", Personal.of(given.assessor())));
  }

  private static boolean isSame(Assessment one, Assessment other) {
    return one.round() == other.round() && one.kind().equals(other.kind());
  }

  Step riskScored(Risk scored) {
    Change after =
        with(
            copy -> {
              copy.risk = scored;
              copy.status = Status.APPROVAL;
            });
    return new Step(
        after,
        fact("change.riskScored")
            .changed("status", status.name(), after.status.name())
            .with("level", scored.level().name())
            .with("score", scored.score())
            .with("table", scored.tableVersion())
            .with(
                "factors",
                scored.explanation().stream()
                    .map(one -> one.factor() + "=" + one.value() + ": " + one.points())
                    .toList()));
  }

  Step decided(Decision made, Instant at) {
    Change after =
        with(
            copy -> {
              copy.decision = made;
              copy.decidedAt = at;
              copy.approvalVoid = null;
            });
    return new Step(
        after,
        fact("change.decided")
            .with("verdict", made.verdict().name())
            .with("reason", Personal.of(made.reason()))
            .with("deferredUntil", text(made.deferredUntil()))
            .with("by", Personal.of(made.by()))
            .with("table", made.tableVersion()));
  }

  Step deferred() {
    return moved("change.deferred", Status.DEFERRED)
        .and(fact -> fact.with("until", text(decision.deferredUntil())));
  }

  Step takenUpAgain() {
    return moved("change.takenUpAgain", Status.APPROVAL);
  }

  Step scheduled(Window planned, Instant at) {
    Change after =
        with(
            copy -> {
              copy.plan = plan.in(planned);
              copy.scheduledAt = at;
              copy.status = Status.SCHEDULED;
            });
    return new Step(
        after,
        fact("change.scheduled")
            .changed("status", status.name(), after.status.name())
            .changed("window", text(plan.window()), text(planned)));
  }

  /** What was approved is not what would be done any more (V17). */
  Step approvalVoided(String why) {
    Change after =
        with(
            copy -> {
              copy.approvalVoid = why;
              copy.scheduledAt = null;
            });
    return new Step(
        after,
        fact("change.approvalVoided")
            .with("verdict", decision == null ? null : decision.verdict().name())
            .with("why", Personal.of(why)));
  }

  Step implementationStarted(Instant at) {
    if (!isScheduled()) {
      throw Refusal.conflict(
          "change.not-scheduled", number + " has no approved window; it is not begun.");
    }
    Change after =
        with(
            copy -> {
              copy.result = result.started(at);
              copy.status = Status.IMPLEMENTING;
            });
    return new Step(
        after,
        fact("change.implementationStarted")
            .changed("status", status.name(), after.status.name())
            .with("startedAt", text(at)));
  }

  Step implemented(Implementation made, String summary, Instant at) {
    boolean touched = made != Implementation.NOT_STARTED;
    if (touched && status != Status.IMPLEMENTING) {
      throw Refusal.conflict(
          "change.not-implementing", number + " is " + status + "; it has not been begun.");
    }
    Change after =
        with(
            copy -> {
              copy.result = result.implemented(made, summary, at);
              copy.status = touched ? Status.REVIEW : status;
              copy.scheduledAt = touched ? scheduledAt : null;
            });
    return new Step(
        after,
        fact("change.implemented")
            .changed("status", status.name(), after.status.name())
            .with("implementation", made.name())
            .with("summary", Personal.of(summary)));
  }

  Step reviewed(Outcome found, String summary, Instant at) {
    if (status != Status.REVIEW) {
      throw Refusal.conflict(
          "change.not-in-review", number + " is " + status + "; there is nothing to review.");
    }
    Change after = with(copy -> copy.result = result.reviewed(found, summary, at));
    return new Step(
        after,
        fact("change.reviewed")
            .with("outcome", found.name())
            .with("summary", Personal.of(summary)));
  }

  /** Only with an outcome. */
  Step closed(Instant at) {
    if (result.outcome() == null) {
      throw Refusal.conflict(
          "change.no-outcome", number + " has not been reviewed; it is not closed without.");
    }
    return ended("change.closed", Status.CLOSED, at)
        .and(fact -> fact.with("outcome", result.outcome().name()));
  }

  Step rejected(Instant at) {
    return ended("change.rejected", Status.REJECTED, at);
  }

  Step withdrawn(String why, Instant at) {
    return ended("change.withdrawn", Status.WITHDRAWN, at)
        .and(fact -> fact.with("reason", Personal.of(why)));
  }

  private Step ended(String what, Status to, Instant at) {
    Change after =
        with(
            copy -> {
              copy.status = to;
              copy.result = result.ended(at);
            });
    return new Step(
        after,
        fact(what).changed("status", status.name(), to.name()).changed("endedAt", null, text(at)));
  }

  private Step moved(String what, Status to) {
    Change after = with(copy -> copy.status = to);
    return new Step(after, fact(what).changed("status", status.name(), to.name()));
  }

  /** A fact about this record, for slices that tell more of it. */
  public Fact fact(String what) {
    var fact = Fact.of(number, what);
    return run == null ? fact : fact.in(run.process());
  }

  /** As it is stored after having been written once more. */
  public Change saved() {
    return with(copy -> copy.version = version + 1);
  }

  /**
   * @param verb what is not possible any more
   * @throws Refusal {@code change.under-implementation}, {@code change.not-open}
   */
  public void requireBeforeStart(String verb) {
    if (status == Status.IMPLEMENTING || status == Status.REVIEW) {
      throw Refusal.conflict(
          "change.under-implementation",
          number
              + " is being carried out, or was; "
              + verb
              + " is no longer possible. What has been done is backed out first.");
    }
    requireOpen(verb);
  }

  void requireOpen(String verb) {
    if (!status.isOpen()) {
      throw Refusal.conflict(
          "change.not-open",
          number + " is " + status + "; " + verb + " is possible only while it is open.");
    }
  }

  /** Whether it is approved, by people or by a template, and the approval still stands. */
  public boolean isApproved() {
    return decision != null && decision.verdict() == Verdict.APPROVED && approvalVoid == null;
  }

  /** Whether it is approved and has an approved window. */
  public boolean isScheduled() {
    return isApproved() && scheduledAt != null && plan.window() != null;
  }

  /** Whether everything is there that people need to judge it. */
  public boolean isComplete() {
    return missing().isEmpty();
  }

  /** Names of the fields that people need to judge it and that are empty. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (plan.items().isEmpty() && rfc.subject() != Subject.SMS) {
      missing.add("items");
    }
    if (plan.backOutPlan() == null) {
      missing.add("backOutPlan");
    }
    if (plan.implementationPlan() == null) {
      missing.add("implementationPlan");
    }
    return missing;
  }

  private static String text(Object value) {
    return Objects.toString(value, null);
  }

  private static String name(Enum<?> value) {
    return value == null ? null : value.name();
  }

  public String number() {
    return number;
  }

  /** Identity of the thread of connected records; the same as that of the record that needs it. */
  public UUID thread() {
    return thread;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Rfc rfc() {
    return rfc;
  }

  public Plan plan() {
    return plan;
  }

  public String title() {
    return rfc.title();
  }

  public String description() {
    return rfc.description();
  }

  public String reason() {
    return rfc.reason();
  }

  public String benefit() {
    return rfc.benefit();
  }

  /** Account that asks for it. */
  public String requester() {
    return rfc.requester();
  }

  public String customer() {
    return rfc.customer();
  }

  public Subject subject() {
    return rfc.subject();
  }

  public Action action() {
    return rfc.action();
  }

  /** Null unless it was made from a template. */
  public TemplateUse template() {
    return rfc.template();
  }

  /** Number of the incident or problem that needs it, or null. */
  public String cause() {
    return rfc.cause();
  }

  public List<String> items() {
    return plan.items();
  }

  /** Ids of the services its items belong to. */
  public List<String> services() {
    return plan.services();
  }

  /** Half open; null until one is asked for. */
  public Window window() {
    return plan.window();
  }

  public String implementationPlan() {
    return plan.implementationPlan();
  }

  public String testPlan() {
    return plan.testPlan();
  }

  public String backOutPlan() {
    return plan.backOutPlan();
  }

  /** Support group that carries it out; may be null. */
  public String group() {
    return plan.group();
  }

  /** Account that carries it out; may be null. */
  public String implementer() {
    return plan.implementer();
  }

  public Status status() {
    return status;
  }

  /** Null until the table has been asked. */
  public Category category() {
    return category;
  }

  /** The words of the rule that gave the category; may be null. */
  public String categoryReason() {
    return categoryReason;
  }

  /** How many rounds of assessments have begun. */
  public int round() {
    return round;
  }

  /** Of all rounds, in the order they were asked for. */
  public List<Assessment> assessments() {
    return assessments;
  }

  /** Of the present round. */
  public List<Assessment> currentAssessments() {
    return assessments.stream().filter(one -> one.round() == round).toList();
  }

  /** That of the present round, if the table asked for this kind. */
  public Optional<Assessment> assessment(String kind) {
    return currentAssessments().stream().filter(one -> one.kind().equals(kind)).findFirst();
  }

  /** Null until the present round is complete. */
  public Risk risk() {
    return risk;
  }

  /** The last one on the case as it is now; null before. */
  public Decision decision() {
    return decision;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  /** Why an approval does not stand any more; null while it does, or before there is one. */
  public String approvalVoid() {
    return approvalVoid;
  }

  public Instant scheduledAt() {
    return scheduledAt;
  }

  public ChangeResult result() {
    return result;
  }

  /** Null until the process has recorded it. */
  public Run run() {
    return run;
  }

  /** For optimistic locking: what the stored row must still have. */
  public long version() {
    return version;
  }
}
