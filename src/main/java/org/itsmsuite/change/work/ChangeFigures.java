package org.itsmsuite.change.work;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.restriction.KnownRecords;

/** Counts how well changes succeed, in the database. */
public interface ChangeFigures {

  /**
   * What is counted.
   *
   * @param from inclusive, when they ended
   * @param to exclusive
   * @param changes those that the reader may know of, by {@code c.number}
   * @param incidents those that the reader may know of, by {@code x.incident}
   */
  record Asked(Instant from, Instant to, KnownRecords changes, KnownRecords incidents) {}

  /** All of them together; each change once. */
  Figures total(Asked asked);

  /** How many lines there are. */
  long lines(Figures.By by, Asked asked);

  /**
   * A page of lines: months in their order, others from the one with the most changes.
   *
   * @param page from 0
   */
  List<Figures> of(Figures.By by, Asked asked, int page, int size);
}
