package org.itsmsuite.change.vote.web;

import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.web.ChangeAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/**
 * The chair ends a vote that cannot be decided now, and then puts the change off or asks for more.
 */
@Component
class StopVoteAction implements ChangeAction {

  private final Votes votes;

  StopVoteAction(Votes votes) {
    this.votes = votes;
  }

  @Override
  public String name() {
    return "stop-vote";
  }

  @Override
  public List<String> fields() {
    return List.of("reason");
  }

  @Override
  public List<ActionOffer> offered(Change change) {
    return votes.current(change.number()).filter(votes::chairs).isPresent()
        ? List.of(
            new ActionOffer(
                name(),
                "End the vote, to put the change off or ask for more",
                ActionOffer.reason()))
        : List.of();
  }

  @Override
  public void act(Change change, Map<String, String> values) {
    var texts = new Texts();
    String reason = texts.requiredLines("reason", values.get("reason"), VoteAction.REASON);
    texts.verify();
    votes.stopped(change.number(), reason);
  }
}
