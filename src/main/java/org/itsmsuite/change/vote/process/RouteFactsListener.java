package org.itsmsuite.change.vote.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Tells the table which board is asked next, as {@code step}. */
@Component
@PublishedToModels
public class RouteFactsListener implements ExecutionListener {

  private final Votes votes;

  public RouteFactsListener(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void notify(DelegateExecution step) {
    int next = votes.step(step.getProcessBusinessKey());
    step.setVariableLocal("step", Variables.untypedValue(next, true));
  }
}
