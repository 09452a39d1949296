package org.itsmsuite.escalation.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.escalation.Escalations;
import org.springframework.stereotype.Component;

/** Acts on what has come due on the record's clocks. */
@Component
@PublishedToModels
public class EscalateDelegate implements JavaDelegate {

  private final Escalations escalations;

  public EscalateDelegate(Escalations escalations) {
    this.escalations = escalations;
  }

  @Override
  public void execute(DelegateExecution step) {
    escalations.actOnDue(step.getProcessBusinessKey());
  }
}
