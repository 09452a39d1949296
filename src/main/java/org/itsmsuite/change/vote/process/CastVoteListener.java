package org.itsmsuite.change.vote.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps a ballot, unless it is in: see {@link EngineBallots}. */
@Component
@PublishedToModels
public class CastVoteListener implements TaskListener {

  private final Votes votes;

  public CastVoteListener(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void notify(DelegateTask task) {
    String number = task.getExecution().getProcessBusinessKey();
    int position = Integer.parseInt(VoteForm.text(task, VoteForm.VOTER));
    String voter =
        votes.open(number).members().stream()
            .filter(one -> one.position() == position)
            .map(Member::account)
            .findFirst()
            .orElseThrow();
    var choice = Choice.valueOf(VoteForm.text(task, "choice"));
    String why = VoteForm.text(task, "why");
    if (!votes.isIn(number, voter, choice, why)) {
      votes.cast(number, voter, choice, why);
    }
  }
}
