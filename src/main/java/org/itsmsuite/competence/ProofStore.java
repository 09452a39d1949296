package org.itsmsuite.competence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps proofs; nothing is ever deleted. Joins the caller's transaction. */
public interface ProofStore {

  /** Keeps others from adding one until the transaction ends. */
  void lockEntry();

  /** Those of an account for a skill that have neither been withdrawn nor run out. */
  List<Proof> standing(String account, String skill, Instant now);

  void add(Proof proof);

  void withdraw(Proof proof);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Proof> lock(UUID id);

  /** Which of these skills are proven of an account, in the sense of {@link Proof#isInForce}. */
  List<String> proven(String account, Collection<String> skills, Instant at);

  /**
   * Who is proven in a skill, by name.
   *
   * @param among only these; null for anybody
   * @param most how many at most
   */
  List<String> whoIsProven(String skill, Collection<String> among, Instant at, int most);

  /**
   * One page, the last entered first.
   *
   * @param account only this one's; null for all
   * @param at only what was in force then; null for all there are
   */
  Page find(String account, Instant at, int page, int size);

  /**
   * @param total how many there are on all pages
   */
  record Page(List<Proof> items, int page, int size, long total) {}
}
