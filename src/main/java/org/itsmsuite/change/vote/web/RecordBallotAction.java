package org.itsmsuite.change.vote.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.web.ChangeAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** The chair records the vote of a member who attends, or whose vote has reached them otherwise. */
@Component
class RecordBallotAction implements ChangeAction {

  private static final int LONGEST_WAY = 200;

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
    return List.of("voter", "choice", "reason", "reached");
  }

  @Override
  public List<ActionOffer> offered(Change change) {
    return votes
        .current(change.number())
        .filter(votes::chairs)
        .map(this::offer)
        .map(List::of)
        .orElse(List.of());
  }

  /** How the vote has reached the chair is asked while nobody else hears it. */
  private ActionOffer offer(Vote vote) {
    boolean sits = votes.sits(vote);
    List<String> voters = vote.members().stream().map(Member::account).toList();
    List<Field> fields = new ArrayList<>();
    fields.add(Field.select("voter", "Whose vote", true, VoteAction.accounts(voters)));
    fields.add(VoteAction.choices());
    fields.add(ActionOffer.reason());
    if (!sits) {
      fields.add(Field.text("reached", "How the vote has reached you", true));
    }
    return new ActionOffer(
        name(),
        sits ? "Record the vote of somebody who attends" : "Record somebody's vote",
        List.copyOf(fields));
  }

  @Override
  public void act(Change change, Map<String, String> values) {
    var texts = new Texts();
    String voter = texts.required("voter", values.get("voter"), 255);
    Choice choice = VoteAction.choice(texts, values.get("choice"));
    String reason = texts.requiredLines("reason", values.get("reason"), VoteAction.REASON);
    String reached = texts.optional("reached", values.get("reached"), LONGEST_WAY);
    texts.verify();
    votes.recorded(change.number(), voter, choice, reason, reached);
  }
}
