package org.itsmsuite.incident.major;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentCompany;

/**
 * Who has to do with an incident because it is a major one: who leads it, works on it, was told.
 */
public class MajorCompany implements IncidentCompany {

  private final MajorStore store;

  public MajorCompany(MajorStore store) {
    this.store = store;
  }

  /** Groups and the manager; whom a customer's side may know of is not decided here. */
  @Override
  public Set<String> of(Incident incident) {
    return incident.assessment().major()
        ? store.latest(incident.number()).map(this::of).orElse(Set.of())
        : Set.of();
  }

  private Set<String> of(MajorIncident major) {
    Set<String> all =
        major.lead().told().stream()
            .filter(one -> one.startsWith("group:"))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    all.add("group:" + MajorNews.LEADING);
    store.tasksOf(major).forEach(task -> all.add("group:" + task.group()));
    if (major.lead().manager() != null) {
      all.add("user:" + major.lead().manager());
    }
    return all;
  }
}
