package org.itsmsuite.change.vote;

import java.time.Instant;
import java.util.List;

/**
 * What became of one change in a sitting.
 *
 * @param ballots cast meanwhile, the oldest first; replaced ones too
 * @param result null if the vote did not end meanwhile, or ended without one
 * @param endedAt null if the vote did not end meanwhile
 * @param said what the minutes say about it; null if nothing
 */
public record Proceeding(
    String change,
    String title,
    List<Ballot> ballots,
    Result result,
    Instant endedAt,
    String said) {

  public Proceeding {
    ballots = List.copyOf(ballots);
  }
}
