package org.itsmsuite.change.vote.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Counts and ends a vote. */
@Component
@PublishedToModels
public class CountVotesDelegate implements JavaDelegate {

  private final Votes votes;

  public CountVotesDelegate(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void execute(DelegateExecution step) {
    votes.counted(step.getProcessBusinessKey());
  }
}
