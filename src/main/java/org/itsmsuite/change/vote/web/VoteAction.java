package org.itsmsuite.change.vote.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.web.ChangeAction;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.record.Labels;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** Votes on a change, or votes again; for oneself, or for a member who is away. */
@Component
class VoteAction implements ChangeAction {

  static final int REASON = 2_000;

  private final Votes votes;
  private final CurrentUser user;

  VoteAction(Votes votes, CurrentUser user) {
    this.votes = votes;
    this.user = user;
  }

  @Override
  public String name() {
    return "vote";
  }

  @Override
  public List<String> fields() {
    return List.of("voter", "choice", "reason");
  }

  @Override
  public List<ActionOffer> offered(Change change) {
    List<String> castable = votes.current(change.number()).map(votes::castable).orElse(List.of());
    return castable.isEmpty()
        ? List.of()
        : List.of(
            new ActionOffer(
                name(),
                "Vote",
                Field.select("voter", "Whose vote", true, accounts(castable)),
                choices(),
                ActionOffer.reason()));
  }

  static List<Option> accounts(List<String> accounts) {
    return accounts.stream().map(one -> new Option(one, one)).toList();
  }

  static Field choices() {
    return Field.select(
        "choice",
        "Vote",
        true,
        Arrays.stream(Choice.values()).map(one -> new Option(one.name(), Labels.of(one))).toList());
  }

  static Choice choice(Texts texts, String written) {
    for (Choice one : Choice.values()) {
      if (one.name().equals(written)) {
        return one;
      }
    }
    texts.wrong(
        "choice",
        "request.wrong-value",
        "One of " + Arrays.toString(Choice.values()) + " is expected.");
    return null;
  }

  @Override
  public void act(Change change, Map<String, String> values) {
    var texts = new Texts();
    Choice choice = choice(texts, values.get("choice"));
    String reason = texts.requiredLines("reason", values.get("reason"), REASON);
    texts.verify();
    String voter = values.get("voter");
    votes.castAtThePage(
        change.number(),
        voter == null || voter.isBlank() ? user.actor().id() : voter.strip(),
        choice,
        reason);
  }
}
