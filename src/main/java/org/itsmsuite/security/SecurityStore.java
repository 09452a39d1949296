package org.itsmsuite.security;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.incident.LeftMessage;

/** Keeps security incidents. */
public interface SecurityStore {

  /** The next free number, such as {@code SEC-000001}; never given twice. */
  String nextNumber();

  void add(SecurityIncident incident);

  /**
   * @throws org.itsmsuite.incident.ConcurrentChangeException if somebody else has saved it since it
   *     was read
   */
  void save(SecurityIncident incident);

  Optional<SecurityIncident> find(String number);

  /** Reads it and keeps others from changing it until the transaction ends. */
  Optional<SecurityIncident> lock(String number);

  SecurityPage search(SecuritySearch search);

  List<SecurityIncident> inThread(UUID thread);

  /**
   * An incident, or another security incident, is an event of this one; a second call does nothing.
   */
  void addEvent(String number, String record, Instant at);

  /** Records that are events of a security incident, in the order they were added. */
  List<String> events(String number);

  /** Security incidents that a record is an event of, the newest first. */
  List<SecurityIncident> having(String record);

  void leave(LeftMessage message);

  /** Oldest first. */
  List<LeftMessage> messages(String number);
}
