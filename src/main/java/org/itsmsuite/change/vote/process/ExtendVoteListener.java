package org.itsmsuite.change.vote.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Puts the end of a vote off, if the chair says so. */
@Component
@PublishedToModels
public class ExtendVoteListener implements TaskListener {

  private final Votes votes;

  public ExtendVoteListener(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void notify(DelegateTask task) {
    if ("EXTEND".equals(VoteForm.text(task, "choice"))) {
      votes.extended(task.getExecution().getProcessBusinessKey(), VoteForm.text(task, "why"));
    }
  }
}
