package org.itsmsuite.incident.major.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.MajorStore;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.restriction.KnownRecords;

/**
 * Major incidents in memory, for process tests and the replay. One thread only; lists are not
 * searched there.
 */
public class InMemoryMajorStore implements MajorStore {

  private final Map<String, List<MajorIncident>> majors = new HashMap<>();
  private final Map<UUID, Map<UUID, TechnicalTask>> tasks = new HashMap<>();

  @Override
  public void add(MajorIncident major) {
    majors.computeIfAbsent(major.record(), record -> new ArrayList<>()).add(major);
  }

  @Override
  public void save(MajorIncident major) {
    major.saved();
  }

  @Override
  public Optional<MajorIncident> latest(String record) {
    List<MajorIncident> all = majors.getOrDefault(record, List.of());
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** There is no database to ask. */
  @Override
  public List<MajorIncident> running(KnownRecords known, Collection<String> services) {
    throw new UnsupportedOperationException("Lists are searched in the database only");
  }

  @Override
  public void add(TechnicalTask task) {
    tasks.computeIfAbsent(task.major(), major -> new LinkedHashMap<>()).put(task.id(), task);
  }

  @Override
  public void save(TechnicalTask task) {
    tasks.get(task.major()).put(task.id(), task);
  }

  @Override
  public List<TechnicalTask> tasksOf(MajorIncident major) {
    return List.copyOf(tasks.getOrDefault(major.id(), Map.of()).values());
  }

  /** Forgets a record that is done with. */
  public void forget(String record) {
    List<MajorIncident> all = majors.remove(record);
    if (all != null) {
      all.forEach(major -> tasks.remove(major.id()));
    }
  }
}
