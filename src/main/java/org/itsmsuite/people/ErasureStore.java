package org.itsmsuite.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps requests to erase people. Joins the caller's transaction. */
public interface ErasureStore {

  void add(Erasure erasure);

  /** The open request for an account, held until the transaction ends. */
  Optional<Erasure> lockOpen(String account);

  List<Erasure> open();

  /**
   * Who asked for it.
   *
   * @param record as {@link Erasure#record} gives it
   */
  Optional<String> requestedBy(String record);

  /** Done: account, other names and reason are forgotten. */
  void erased(Erasure erasure, String by, Instant at);

  void withdrawn(Erasure erasure, Instant at);

  /** Whether a pseudonym was given before. */
  boolean isGiven(String pseudonym);
}
