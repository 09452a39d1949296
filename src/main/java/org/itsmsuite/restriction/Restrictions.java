package org.itsmsuite.restriction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.itsmsuite.identity.Actor;

/**
 * Which records are restricted, and whom each of them concerns. Those concerned are written as
 * recipients are: {@code user:agent}, {@code group:security-team}. A person knows of a restricted
 * record if it concerns them or one of their groups, or if the access table lets them know of all
 * ({@code record.read-restricted}); the suite itself knows of all. Joins the caller's transaction;
 * the caller writes the fact.
 */
public interface Restrictions {

  /** From now on the record is restricted; a second call does nothing. */
  void restrict(String record);

  boolean isRestricted(String record);

  /**
   * Everybody who may read records of its kind may know of it again; who was named is forgotten.
   */
  void lift(String record);

  /**
   * The caller holds the record's lock from now on: what was answered about it earlier in this
   * transaction may be out of date, and is asked anew.
   */
  default void askAnew(String record) {}

  /** Since when the record is restricted; empty if it is not. */
  Optional<Instant> since(String record);

  /**
   * The record concerns this person or group, for good. Does nothing to a record that is not
   * restricted.
   */
  void name(String record, String concerned);

  /**
   * The group that works on it is concerned as long as it does; the one before no longer. Does
   * nothing to a record that is not restricted.
   */
  void worksOn(String record, String group);

  Set<String> concerned(String record);

  boolean mayKnow(Actor actor, String record);

  /** Those of the records that the actor may not know of, in one query. */
  Set<String> hidden(Actor actor, Collection<String> records);

  /** Whether nothing is kept from the actor, whatever is restricted. */
  default boolean knowsAll(Actor actor) {
    return known(actor, "any.number").equals(KnownRecords.ALL);
  }

  /**
   * The rule as a condition for a query of records.
   *
   * @param column the record's number in that query, such as {@code i.number}; never from outside
   */
  KnownRecords known(Actor actor, String column);

  /**
   * A list without the records that the actor may not know of. For lists that are read whole; one
   * that is counted or paged asks {@link #known} in its query.
   */
  default <T> List<T> knownTo(Actor actor, List<T> all, Function<T, String> number) {
    Set<String> hidden = hidden(actor, all.stream().map(number).toList());
    return all.stream().filter(one -> !hidden.contains(number.apply(one))).toList();
  }
}
