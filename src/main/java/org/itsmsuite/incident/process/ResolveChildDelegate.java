package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.FamilySteps;
import org.springframework.stereotype.Component;

/** Resolves the child named by the variable {@code child} as its parent was resolved. */
@Component
@PublishedToModels
public class ResolveChildDelegate implements JavaDelegate {

  private final FamilySteps families;

  public ResolveChildDelegate(FamilySteps families) {
    this.families = families;
  }

  @Override
  public void execute(DelegateExecution step) {
    families.resolveChild(
        IncidentTriageModel.number(step), IncidentTriageModel.text(step, "child"));
  }
}
