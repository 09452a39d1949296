package org.itsmsuite.change.work.process;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.change.work.PlanStep;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** What models may ask about the work on a change, as {@code changeWork}. */
@Component("changeWork")
@PublishedToModels
public class ChangeWorkBean {

  private final ChangeSteps steps;
  private final ChangeWork work;

  public ChangeWorkBean(ChangeSteps steps, ChangeWork work) {
    this.steps = steps;
    this.work = work;
  }

  /** Whether it has a window that is not over and that nothing was found about. */
  @PublishedToModels
  public boolean isWindowFree(DelegateExecution step) {
    return work.isWindowFree(step.getProcessBusinessKey());
  }

  /** Whether it is approved, its window is not over, and nothing forbids to begin now. */
  @PublishedToModels
  public boolean mayBegin(DelegateExecution step) {
    return work.mayBegin(step.getProcessBusinessKey());
  }

  /** When its window begins. */
  @PublishedToModels
  public Date windowFrom(DelegateExecution step) {
    return Date.from(window(step).from());
  }

  /** When its window ends. */
  @PublishedToModels
  public Date windowTo(DelegateExecution step) {
    return Date.from(window(step).to());
  }

  private Window window(DelegateExecution step) {
    return steps.change(step.getProcessBusinessKey()).window();
  }

  /**
   * A moment to come.
   *
   * @param span working time or working days, such as {@code PT16H}
   */
  @PublishedToModels
  public Date within(DelegateExecution step, String span, String calendar) {
    return Date.from(work.within(span, calendar));
  }

  /** The steps of the plan whose turn it is; {@code 0}, for all of it, without a plan. */
  @PublishedToModels
  public List<String> stepsNow(DelegateExecution step) {
    WorkPlan plan = work.plan(step.getProcessBusinessKey());
    return plan.steps().isEmpty()
        ? List.of("0")
        : plan.toDo().stream().map(one -> String.valueOf(one.position())).toList();
  }

  /** Whether the plan has steps that are still to be done. */
  @PublishedToModels
  public boolean hasMoreSteps(DelegateExecution step) {
    return work.plan(step.getProcessBusinessKey()).turn().isPresent();
  }

  /** Whether what was carried out last failed. */
  @PublishedToModels
  public boolean hasFailed(DelegateExecution step) {
    return work.hasFailed(step.getProcessBusinessKey());
  }

  /** When a step of the plan is to be over, as planned; without one, with the window. */
  @PublishedToModels
  public Date stepDue(DelegateExecution step) {
    return Date.from(work.due(step.getProcessBusinessKey(), WorkForm.step(step)));
  }

  /**
   * The group that does a step of the plan; without one, that carries the change out.
   *
   * @param otherwise the group where the change names none
   */
  @PublishedToModels
  public String stepGroup(DelegateExecution step, String otherwise) {
    return work.plan(step.getProcessBusinessKey())
        .step(WorkForm.step(step))
        .map(PlanStep::group)
        .orElseGet(() -> implementers(step, otherwise));
  }

  /**
   * The group that carries it out.
   *
   * @param otherwise the group where the plan names none
   */
  @PublishedToModels
  public String implementers(DelegateExecution step, String otherwise) {
    return Objects.requireNonNullElse(
        steps.change(step.getProcessBusinessKey()).group(), otherwise);
  }
}
