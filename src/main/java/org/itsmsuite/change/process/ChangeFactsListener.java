package org.itsmsuite.change.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.change.ChangeFacts;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/**
 * Lays the facts of a change out for a decision table, under the names that {@link ChangeFacts}
 * lists, as variables that are never stored.
 */
@Component
@PublishedToModels
public class ChangeFactsListener implements ExecutionListener {

  private final ChangeSteps steps;
  private final ChangeFacts facts;

  public ChangeFactsListener(ChangeSteps steps, ChangeFacts facts) {
    this.steps = steps;
    this.facts = facts;
  }

  @Override
  public void notify(DelegateExecution step) {
    facts
        .of(steps.change(ChangeModel.number(step)))
        .forEach((name, value) -> step.setVariableLocal(name, Variables.untypedValue(value, true)));
  }
}
