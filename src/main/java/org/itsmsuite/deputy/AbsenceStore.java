package org.itsmsuite.deputy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps absences. Joins the caller's transaction. */
public interface AbsenceStore {

  /** Waits for whoever enters one at this moment, on any node; held until the transaction ends. */
  void lockEntry();

  void add(Absence absence);

  Optional<Absence> find(UUID id);

  /** The same, held until the transaction ends. */
  Optional<Absence> lock(UUID id);

  /** All that hold for a person at an instant; one query, by an index. */
  List<Absence> inForce(String account, Instant at);

  /** Those of a person that touch a span and are not over. */
  List<Absence> overlapping(String account, Instant from, Instant until);

  /** Who is away at an instant from work of a group. */
  Set<String> awayFrom(String group, Instant at);

  /** Absences not yet over in which this person stands in. */
  List<Absence> inWhichStandsIn(String deputy, Instant at);

  /** Those whose beginning or end has come and has not been acted on, the longest due first. */
  List<UUID> due(Instant now, int most);

  /** Its tasks are passed on. */
  void begun(UUID id);

  /** It ends at this instant, and its tasks are given back. */
  void end(UUID id, Instant at);

  /** Nobody by name stands in any more. */
  void withoutDeputy(UUID id);

  /** Those of a person, whether the account or a group of theirs is gone, that still hold. */
  List<Absence> left(String account);

  /** Takes a {@code LEFT} row back. */
  void remove(UUID id);

  /**
   * Absences of people who come back, the latest beginning first.
   *
   * @param ofAccount whose, or in which they stand in; null for everybody's
   * @param page from 0
   */
  AbsencePage page(String ofAccount, Instant notOverAt, int page, int size);

  /** Accounts that stand in any absence not over, in their order, after one of them. */
  List<String> named(String after, Instant at, int most);
}
