package org.itsmsuite.change.vote.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.web.Texts;

/**
 * Ballots on several changes, cast in one go.
 *
 * @param voter account of the member whose ballots they are; null for whoever acts
 * @param recorded whether the chair records what the member said
 */
record VotesBody(String voter, Boolean recorded, List<One> votes) {

  private static final int MOST = 200;
  private static final int REASON = 2_000;

  /**
   * A ballot.
   *
   * @param choice {@code YES}, {@code NO} or {@code ABSTAIN}
   */
  record One(String number, String choice, String reason) {}

  /** The same, checked. */
  record Checked(String number, Choice choice, String reason) {}

  /**
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  List<Checked> checked() {
    var texts = new Texts();
    List<Checked> checked = new ArrayList<>();
    if (votes == null || votes.isEmpty()) {
      texts.wrong("votes", "request.missing", "Choose yes, no or abstain for one at least.");
    } else if (votes.size() > MOST) {
      texts.wrong("votes", "cab.too-many", "At most " + MOST + " changes at a time.");
    } else {
      Set<String> seen = new LinkedHashSet<>();
      for (int i = 0; i < votes.size(); i++) {
        checked.add(one(texts, "votes[" + i + "]", votes.get(i), seen));
      }
    }
    texts.verify();
    return checked;
  }

  private static Checked one(Texts texts, String place, One vote, Set<String> seen) {
    if (vote == null) {
      texts.wrong(place, "request.missing", "It is required.");
      return null;
    }
    String number = texts.required(place + ".number", vote.number(), 32);
    String reason = texts.requiredLines(place + ".reason", vote.reason(), REASON);
    if (number != null && !seen.add(number)) {
      texts.wrong(place + ".number", "cab.twice", "There are two votes on this change.");
    }
    return new Checked(number, choice(texts, place + ".choice", vote.choice()), reason);
  }

  static Choice choice(Texts texts, String field, String value) {
    String text = texts.required(field, value, 20);
    for (Choice one : Choice.values()) {
      if (one.name().equals(text)) {
        return one;
      }
    }
    if (text != null) {
      texts.wrong(field, "request.wrong-value", "One of YES, NO, ABSTAIN is expected.");
    }
    return null;
  }
}
