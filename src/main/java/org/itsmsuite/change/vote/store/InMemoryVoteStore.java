package org.itsmsuite.change.vote.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.VoteStore;
import org.itsmsuite.incident.ConcurrentChangeException;

/** For tests and replays. */
public class InMemoryVoteStore implements VoteStore {

  private final List<Vote> votes = new ArrayList<>();
  private final List<Ballot> ballots = new ArrayList<>();

  @Override
  public synchronized void add(Vote vote) {
    votes.add(vote);
  }

  @Override
  public synchronized void save(Vote vote) {
    votes.replaceAll(
        one -> one.change().equals(vote.change()) && one.number() == vote.number() ? vote : one);
  }

  @Override
  public synchronized void add(Ballot ballot) {
    if (ballots(ballot.change(), ballot.vote()).stream()
        .anyMatch(
            one -> one.voter().equals(ballot.voter()) && one.position() == ballot.position())) {
      throw new ConcurrentChangeException(ballot.change());
    }
    ballots.add(ballot);
  }

  @Override
  public Optional<Vote> lock(String change) {
    return of(change).stream().reduce((one, later) -> later);
  }

  @Override
  public synchronized List<Vote> of(String change) {
    return votes.stream().filter(one -> one.change().equals(change)).toList();
  }

  @Override
  public synchronized List<Ballot> ballots(String change, int vote) {
    return ballots.stream()
        .filter(one -> one.change().equals(change) && one.vote() == vote)
        .toList();
  }
}
