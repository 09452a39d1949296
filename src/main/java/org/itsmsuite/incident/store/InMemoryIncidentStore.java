package org.itsmsuite.incident.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentPage;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.incident.LeftMessage;

/**
 * Incidents in memory, for process tests and the replay. One thread only; lists are not searched
 * there.
 */
public class InMemoryIncidentStore implements IncidentStore {

  private final Map<String, Incident> incidents = new HashMap<>();
  private final List<LeftMessage> messages = new ArrayList<>();
  private final Map<String, List<Link>> links = new HashMap<>();
  private long last;

  @Override
  public String nextNumber() {
    return "INC-%06d".formatted(++last);
  }

  @Override
  public void add(Incident incident) {
    incidents.put(incident.number(), incident);
  }

  @Override
  public void save(Incident incident) {
    incidents.put(incident.number(), incident);
    incident.saved();
  }

  @Override
  public Optional<Incident> find(String number) {
    return Optional.ofNullable(incidents.get(number));
  }

  @Override
  public Optional<Incident> lock(String number) {
    return find(number);
  }

  @Override
  public IncidentPage search(IncidentSearch search) {
    throw new UnsupportedOperationException("Lists are searched in the database only");
  }

  @Override
  public List<String> priorities(Actor viewer) {
    return incidents.values().stream()
        .map(one -> one.assessment().priority())
        .distinct()
        .sorted()
        .toList();
  }

  @Override
  public List<Incident> inThread(UUID thread) {
    return incidents.values().stream()
        .filter(incident -> incident.thread().equals(thread))
        .toList();
  }

  @Override
  public void leave(LeftMessage message) {
    messages.add(message);
  }

  @Override
  public List<LeftMessage> messages(String number) {
    return messages.stream().filter(message -> message.record().equals(number)).toList();
  }

  @Override
  public void link(String number, String type, String other, Instant at) {
    links.computeIfAbsent(number, record -> new ArrayList<>()).add(new Link(type, other));
  }

  @Override
  public List<Link> links(String number) {
    return List.copyOf(links.getOrDefault(number, List.of()));
  }

  /** Forgets a record that is done with. */
  public void forget(String number) {
    incidents.remove(number);
    links.remove(number);
    messages.removeIf(message -> message.record().equals(number));
  }
}
