package org.itsmsuite.change.vote.process;

import java.util.Collection;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** What models may ask about votes, as {@code changeVote}. */
@Component("changeVote")
@PublishedToModels
public class ChangeVoteBean {

  private final Votes votes;

  public ChangeVoteBean(Votes votes) {
    this.votes = votes;
  }

  /** Positions of the members who have not voted. */
  @PublishedToModels
  public Collection<String> outstanding(DelegateExecution step) {
    return votes.outstanding(vote(step)).stream()
        .map(one -> Integer.toString(one.position()))
        .toList();
  }

  /** The member's account. */
  @PublishedToModels
  public String voter(DelegateExecution step) {
    int position = Integer.parseInt((String) step.getVariable(VoteForm.VOTER));
    return vote(step).members().stream()
        .filter(one -> one.position() == position)
        .map(Member::account)
        .findFirst()
        .orElseThrow();
  }

  /** Whether no ballot that is still out can change the result. */
  @PublishedToModels
  public boolean isDecided(DelegateExecution step) {
    return votes.isDecided(step.getProcessBusinessKey());
  }

  /** When those who have not voted are reminded. */
  @PublishedToModels
  public Date remindAt(DelegateExecution step) {
    return Date.from(vote(step).remindAt());
  }

  /** When the vote ends. */
  @PublishedToModels
  public Date due(DelegateExecution step) {
    return Date.from(vote(step).dueAt());
  }

  /** Whether there is no quorum, and the end has not been put off yet. */
  @PublishedToModels
  public boolean mayExtend(DelegateExecution step) {
    return votes.mayExtend(step.getProcessBusinessKey());
  }

  /** The group that chairs the board. */
  @PublishedToModels
  public String chair(DelegateExecution step) {
    return vote(step).route().chair();
  }

  /** The group that decides after the board. */
  @PublishedToModels
  public String decider(DelegateExecution step) {
    return votes.decider(step.getProcessBusinessKey());
  }

  private Vote vote(DelegateExecution step) {
    return votes.latest(step.getProcessBusinessKey());
  }
}
