package org.itsmsuite.change;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps changes. */
public interface ChangeStore {

  /** The next free number, such as {@code CHG-000001}; never given twice. */
  String nextNumber();

  void add(Change change);

  /**
   * Writes it, if nobody else has since it was read.
   *
   * @return as stored, to be saved again
   * @throws org.itsmsuite.incident.ConcurrentChangeException otherwise
   */
  Change save(Change change);

  Optional<Change> find(String number);

  /** Those that exist, by number. */
  Map<String, Change> all(Collection<String> numbers);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Change> lock(String number);

  ChangePage search(ChangeSearch search);

  List<Change> inThread(UUID thread);

  /**
   * Changes in these states that touch one of these items, or all in these states if there are none
   * named, in the order of their numbers.
   */
  List<Change> touching(Collection<String> items, Collection<Status> statuses);

  /** Changes in these states whose window shares an instant with this one, the earliest first. */
  List<Change> during(Window window, Collection<Status> statuses);

  /**
   * Reviewed changes that touched one of these items and ended at {@code since} or later, the
   * latest first.
   */
  List<Change> reviewed(Collection<String> items, Instant since);

  /** A record waits for the change to end; a second call does nothing. */
  void addWaiting(String number, String record, Instant at);

  /** Numbers of the records that wait for it. */
  List<String> waiting(String number);

  /** Changes that a record waits for, in the order of their numbers. */
  List<Change> awaitedBy(String record);
}
