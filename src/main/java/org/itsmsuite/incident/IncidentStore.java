package org.itsmsuite.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.identity.Actor;

/** Keeps incidents. */
public interface IncidentStore {

  /**
   * The next free number, such as {@code INC-000001}; a number that was given out is never given
   * again.
   */
  String nextNumber();

  void add(Incident incident);

  /**
   * Saves it now or, in a transaction, right before its commit.
   *
   * @throws ConcurrentChangeException if somebody else has saved it since it was read; at the
   *     latest when the transaction commits
   */
  void save(Incident incident);

  /** In a transaction, the same object each time. */
  Optional<Incident> find(String number);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<Incident> lock(String number);

  IncidentPage search(IncidentSearch search);

  /** Priorities that occur among the records this person may know of, in order. */
  List<String> priorities(Actor viewer);

  /**
   * Those of the thread and those linked to them, oldest first. What this person may not know of
   * leads to nothing else; it is left to the caller not to show what it finds itself.
   */
  List<Incident> inThread(UUID thread, Actor viewer);

  void leave(LeftMessage message);

  /** Oldest first. */
  List<LeftMessage> messages(String number);

  void link(String number, String type, String other, Instant at);

  List<Link> links(String number);

  /**
   * @param type such as {@code DUPLICATE_OF}
   */
  record Link(String type, String number) {}
}
