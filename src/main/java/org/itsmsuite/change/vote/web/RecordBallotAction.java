package org.itsmsuite.change.vote.web;

import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.web.ChangeAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** The chair records the vote of a member who attends, or says it by telephone. */
@Component
class RecordBallotAction implements ChangeAction {

  private final Votes votes;

  RecordBallotAction(Votes votes) {
    this.votes = votes;
  }

  @Override
  public String name() {
    return "record-ballot";
  }

  @Override
  public List<String> fields() {
    return List.of("voter", "choice", "reason");
  }

  @Override
  public List<ActionOffer> offered(Change change) {
    return votes
        .current(change.number())
        .filter(votes::chairs)
        .map(
            vote ->
                List.of(
                    new ActionOffer(
                        name(),
                        "Record somebody's vote",
                        Field.select(
                            "voter",
                            "Whose vote",
                            true,
                            VoteAction.accounts(
                                vote.members().stream().map(Member::account).toList())),
                        VoteAction.choices(),
                        ActionOffer.reason())))
        .orElse(List.of());
  }

  @Override
  public void act(Change change, Map<String, String> values) {
    var texts = new Texts();
    String voter = texts.required("voter", values.get("voter"), 255);
    Choice choice = VoteAction.choice(texts, values.get("choice"));
    String reason = texts.requiredLines("reason", values.get("reason"), VoteAction.REASON);
    texts.verify();
    votes.recorded(change.number(), voter, choice, reason);
  }
}
