package org.itsmsuite.change.process;

import java.util.Collection;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.change.Assessment;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.Status;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** What models may ask about a change, as {@code change}. */
@Component("change")
@PublishedToModels
public class ChangeBean {

  private final ChangeSteps steps;

  public ChangeBean(ChangeSteps steps) {
    this.steps = steps;
  }

  /** Whether everything is there that people need to judge it. */
  @PublishedToModels
  public boolean isComplete(DelegateExecution step) {
    return change(step).isComplete();
  }

  /** {@code PRE_APPROVED}, {@code NORMAL}, {@code EMERGENCY} or {@code MAJOR}. */
  @PublishedToModels
  public String category(DelegateExecution step) {
    return change(step).category().name();
  }

  /** Whether a template approves it. */
  @PublishedToModels
  public boolean isPreApproved(DelegateExecution step) {
    return change(step).category() == Category.PRE_APPROVED;
  }

  /** {@code LOW}, {@code MEDIUM}, {@code HIGH} or {@code VERY_HIGH}. */
  @PublishedToModels
  public String risk(DelegateExecution step) {
    return change(step).risk().level().name();
  }

  /**
   * {@code APPROVED}, {@code REJECTED}, {@code DEFERRED} or {@code MORE_DATA}; {@code VOID} if what
   * was decided does not hold any more.
   */
  @PublishedToModels
  public String decision(DelegateExecution step) {
    Change change = change(step);
    return change.decision() == null || change.approvalVoid() != null
        ? "VOID"
        : change.decision().verdict().name();
  }

  /** When a change that was put off is taken up again. */
  @PublishedToModels
  public Date deferredUntil(DelegateExecution step) {
    return Date.from(change(step).decision().deferredUntil());
  }

  /** Whether it is approved and has its window; if not, its approval is void. */
  @PublishedToModels
  public boolean isScheduled(DelegateExecution step) {
    return change(step).isScheduled();
  }

  /**
   * {@code IMPLEMENTED}, {@code BACKED_OUT}, {@code FAILED}, {@code NOT_STARTED}, or {@code VOID}
   * if it was not started because its approval does not hold any more.
   */
  @PublishedToModels
  public String implementation(DelegateExecution step) {
    Change change = change(step);
    Implementation made = change.result().implementation();
    return !change.isApproved() && change.status().isBeforeStart() ? "VOID" : made.name();
  }

  /** Whether it was rejected. */
  @PublishedToModels
  public boolean isRejected(DelegateExecution step) {
    return change(step).status() == Status.REJECTED;
  }

  /** Whether an incident waits for it. */
  @PublishedToModels
  public boolean isAwaitedByIncident(DelegateExecution step) {
    return steps.isAwaited(ChangeModel.number(step), "INC-");
  }

  /** Whether a problem waits for it. */
  @PublishedToModels
  public boolean isAwaitedByProblem(DelegateExecution step) {
    return steps.isAwaited(ChangeModel.number(step), "PRB-");
  }

  /** Kinds of the assessments that the table asks for in this round. */
  @PublishedToModels
  public Collection<String> assessments(DelegateExecution step) {
    return change(step).currentAssessments().stream().map(Assessment::kind).toList();
  }

  /** The group asked for one assessment. */
  @PublishedToModels
  public String assessmentGroup(DelegateExecution step) {
    return assessment(step).group();
  }

  /** Until when one assessment is asked for. */
  @PublishedToModels
  public Date assessmentDue(DelegateExecution step) {
    return Date.from(assessment(step).dueAt());
  }

  private Assessment assessment(DelegateExecution step) {
    return change(step).assessment(ChangeModel.assessment(step)).orElseThrow();
  }

  private Change change(DelegateExecution step) {
    return steps.change(ChangeModel.number(step));
  }
}
