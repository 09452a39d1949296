package org.itsmsuite.change.vote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.MoreFacts;

/** Shows the ballots of the newest vote in the forms of a change, the last of each member. */
public class VoteFacts implements MoreFacts {

  private final Votes votes;

  public VoteFacts(Votes votes) {
    this.votes = votes;
  }

  @Override
  public Map<String, Object> of(Change change) {
    List<Vote> all = votes.of(change.number());
    if (all.isEmpty()) {
      return Map.of();
    }
    Map<String, Ballot> last = new HashMap<>();
    votes.ballots(all.get(all.size() - 1)).forEach(one -> last.put(one.voter(), one));
    return Map.of(
        "votes",
        last.values().stream().map(VoteFacts::line).sorted().collect(Collectors.joining("\n")));
  }

  private static String line(Ballot ballot) {
    String by =
        switch (ballot.how()) {
          case SELF -> ballot.voter();
          case DEPUTY -> ballot.castBy() + " for " + ballot.voter();
          case CHAIR -> ballot.voter() + ", recorded by the chair";
        };
    return by + ": " + ballot.choice() + ", " + ballot.reason();
  }
}
