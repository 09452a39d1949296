package org.itsmsuite.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps events and alarms. Joins the caller's transaction. */
public interface MonitoringStore {

  Optional<KeptEvent> event(String source, String eventId);

  /**
   * @throws org.springframework.dao.DuplicateKeyException if source and event id are kept already;
   *     the transaction is good for nothing then
   */
  void keep(KeptEvent event);

  /**
   * The alarm that counts under this key; others that ask for it wait until the transaction ends.
   */
  Optional<Alarm> lock(String key);

  /**
   * Adds an alarm that counts under this key from now on.
   *
   * @throws org.springframework.dao.DuplicateKeyException if somebody else has just done so; the
   *     transaction is good for nothing then
   */
  void add(Alarm alarm, String key);

  void save(Alarm alarm);

  /** Lets the alarm stay with its record and count no more. */
  void retire(Alarm alarm);

  Optional<Alarm> alarm(UUID id);

  /** The first to occur first. */
  List<Alarm> alarmsOf(String record);

  /**
   * @param page from 0
   */
  EventPage eventsOf(String record, int page, int size);
}
