package org.itsmsuite.change.vote.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps what a person decides. */
@Component
@PublishedToModels
public class DecideOnChangeListener implements TaskListener {

  private final Votes votes;

  public DecideOnChangeListener(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void notify(DelegateTask task) {
    votes.decidedByPerson(
        task.getExecution().getProcessBusinessKey(),
        Verdict.valueOf(VoteForm.text(task, "verdict")),
        VoteForm.text(task, "why"),
        VoteForm.instant(task, "deferredUntil"));
  }
}
