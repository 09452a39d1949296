package org.itsmsuite.change.vote.process;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.change.vote.Route;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.vote.VotingRule;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.refusal.Blank;
import org.springframework.stereotype.Component;

/** Opens the vote that the table {@code approval-route} asks for. */
@Component
@PublishedToModels
public class OpenVoteListener implements ExecutionListener {

  private final Votes votes;

  public OpenVoteListener(Votes votes) {
    this.votes = votes;
  }

  @Override
  public void notify(DelegateExecution step) {
    String number = step.getProcessBusinessKey();
    Map<String, Object> rule = VoteRules.only(step, "approval-route");
    votes.opened(
        number,
        new Route(
            votes.step(number),
            (String) rule.get("board"),
            (String) rule.get("chair"),
            new VotingRule(
                VotingRule.Kind.valueOf((String) rule.get("rule")),
                ((Number) rule.get("threshold")).intValue(),
                ((Number) rule.get("quorum")).intValue(),
                (boolean) rule.get("castingVote")),
            orNone(rule.get("veto")),
            orNone(rule.get("authority")),
            (boolean) rule.get("further"),
            (String) rule.get("within"),
            (String) rule.get("remindAfter"),
            (String) rule.get("calendar")));
  }

  private static String orNone(Object group) {
    return group == null || Blank.is(group.toString()) ? null : group.toString();
  }
}
