package org.itsmsuite.notification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.identity.Actor;

/** Keeps messages until they are sent, and after. */
public interface Outbox {

  /**
   * Adds messages in the caller's transaction, leaving out those whose record, occasion and
   * recipient are there already, also if another node writes the same at this moment.
   *
   * @return those that were added
   */
  List<OutboxMessage> add(List<OutboxMessage> messages);

  /**
   * Takes a message for sending, in a transaction of its own. Only one caller on any node gets it.
   *
   * @param until when others may take it, should this node not come back
   * @return empty if it is not due at {@code now}, taken, or sent
   */
  Optional<OutboxMessage> claim(UUID id, Instant now, Instant until);

  void sent(UUID id, Instant at);

  /** Is not sent, but others were written to in its place. */
  void shown(UUID id, String note);

  /**
   * @param next when to try again, or null to give up
   */
  void failed(UUID id, String error, Instant next);

  /** Messages whose next attempt is not later than {@code now}, the longest waiting first. */
  List<UUID> due(Instant now, int most);

  /**
   * Messages, newest first.
   *
   * @param reader finds no message about a record they may not know of, and no mention of one
   * @param record number of a record, or null for all
   * @param page from 0
   */
  OutboxPage find(Actor reader, String record, int page, int size);
}
