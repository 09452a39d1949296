package org.itsmsuite.monitoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps events and alarms. Joins the caller's transaction. */
public interface MonitoringStore {

  /**
   * What was kept under this identity, the last first. There are several where an earlier one was
   * for a record that the next sender may not know of.
   */
  List<KeptEvent> events(String source, String eventId);

  /**
   * @param earlier how many are kept under its identity already
   * @throws org.springframework.dao.DuplicateKeyException if somebody else has just kept it; the
   *     transaction is good for nothing then
   */
  void keep(KeptEvent event, int earlier);

  /** The event that was kept last under this identity was for this record too. */
  void keepBeside(MonitoringEvent event, String record, EventOutcome outcome);

  /**
   * The alarms that count under this key, first the one that others step aside for; whoever else
   * asks for them waits until the transaction ends.
   */
  List<Alarm> lock(String key);

  /** Makes room for another alarm to count under its key; this one counts beside it. */
  void stepAside(Alarm alarm);

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
