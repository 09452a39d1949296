package org.itsmsuite.change.work.process;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.work.ChangeWork;
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
