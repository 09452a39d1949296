package org.itsmsuite.change.vote;

import java.util.List;
import java.util.Optional;

/** Keeps votes and ballots. Joins the caller's transaction. */
public interface VoteStore {

  /** A new vote, with its members. */
  void add(Vote vote);

  /** Deadline, extension, end and result; nothing else of a vote ever changes. */
  void save(Vote vote);

  /**
   * A ballot more.
   *
   * @throws org.itsmsuite.incident.ConcurrentChangeException if another of the same position is
   *     there: the same ballot cast twice at once counts once
   */
  void add(Ballot ballot);

  /** The newest vote on a change, locked until the transaction ends. */
  Optional<Vote> lock(String change);

  /** All votes on a change, the oldest first. */
  List<Vote> of(String change);

  /** Of one vote, the oldest first. */
  List<Ballot> ballots(String change, int vote);
}
