package org.itsmsuite.incident.major;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.restriction.KnownRecords;

/** Keeps major incidents and their technical tasks. */
public interface MajorStore {

  void add(MajorIncident major);

  /**
   * @throws org.itsmsuite.incident.ConcurrentChangeException if somebody else has saved it since it
   *     was read
   */
  void save(MajorIncident major);

  /** The newest declaration of an incident, whatever became of it. */
  Optional<MajorIncident> latest(String record);

  /**
   * Major incidents that go on: neither withdrawn nor reviewed; newest first.
   *
   * @param known which records the person may know of; its column is {@code i.number}
   * @param services whose major incidents are seen; null for all
   */
  List<MajorIncident> running(KnownRecords known, Collection<String> services);

  void add(TechnicalTask task);

  void save(TechnicalTask task);

  /** As given, first to last. */
  List<TechnicalTask> tasksOf(MajorIncident major);
}
