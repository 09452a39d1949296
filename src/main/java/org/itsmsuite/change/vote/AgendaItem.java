package org.itsmsuite.change.vote;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.change.Window;

/**
 * A change whose vote is open, as far as a board looks at it together.
 *
 * @param vote number of the vote
 * @param service id of the service, or null
 * @param category null if unknown
 * @param risk null if it is not assessed
 * @param window null if none is asked for
 * @param quorum least number of ballots
 * @param seats everybody who may vote, in the order of the board
 */
public record AgendaItem(
    String change,
    int vote,
    String title,
    String service,
    Category category,
    RiskLevel risk,
    Window window,
    int quorum,
    Instant dueAt,
    List<Seat> seats) {

  public AgendaItem {
    seats = List.copyOf(seats);
  }

  /**
   * A member, with the last ballot.
   *
   * @param choice null, like all after it, while they have not voted
   */
  public record Seat(
      String account, boolean chair, Choice choice, Ballot.How how, String castBy, String reason) {

    public boolean hasVoted() {
      return choice != null;
    }
  }

  /** The same, with these seats. */
  public AgendaItem with(List<Seat> all) {
    return new AgendaItem(change, vote, title, service, category, risk, window, quorum, dueAt, all);
  }

  /** How many ballots are in, abstentions included. */
  public long cast() {
    return seats.stream().filter(Seat::hasVoted).count();
  }

  public Optional<Seat> seat(String account) {
    return seats.stream().filter(one -> one.account().equals(account)).findFirst();
  }
}
