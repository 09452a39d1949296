package org.itsmsuite.change.vote.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Tells those who have not voted that the end is near. */
@Component
@PublishedToModels
public class RemindVotersDelegate implements JavaDelegate {

  private final Votes votes;

  public RemindVotersDelegate(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void execute(DelegateExecution step) {
    votes.remind(step.getProcessBusinessKey());
  }
}
