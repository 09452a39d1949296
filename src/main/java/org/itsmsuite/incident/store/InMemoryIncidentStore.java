package org.itsmsuite.incident.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.FamilyStore;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentPage;
import org.itsmsuite.incident.IncidentSearch;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.incident.LinkType;
import org.itsmsuite.incident.Status;

/**
 * Incidents in memory, for process tests and the replay. One thread only; lists are not searched
 * there.
 */
public class InMemoryIncidentStore implements IncidentStore, FamilyStore {

  private static final Set<Status> OPEN =
      EnumSet.of(Status.NEW, Status.ASSIGNED, Status.IN_PROGRESS, Status.WAITING);

  private final Map<String, Incident> incidents = new HashMap<>();
  private final Set<String> children = new TreeSet<>();
  private final List<LeftMessage> messages = new ArrayList<>();
  private final Map<String, List<Link>> links = new HashMap<>();
  private long last;

  @Override
  public String nextNumber() {
    return "INC-%06d".formatted(++last);
  }

  @Override
  public void add(Incident incident) {
    put(incident);
  }

  private void put(Incident incident) {
    incidents.put(incident.number(), incident);
    if (incident.family().hasParent()) {
      children.add(incident.number());
    } else {
      children.remove(incident.number());
    }
  }

  @Override
  public void save(Incident incident) {
    put(incident);
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
  public List<Incident> inThread(UUID thread, Actor viewer) {
    return incidents.values().stream()
        .filter(incident -> incident.thread().equals(thread))
        .flatMap(
            one ->
                Stream.concat(
                    Stream.of(one.number()), links(one.number()).stream().map(Link::number)))
        .distinct()
        .flatMap(number -> find(number).stream())
        .sorted(Comparator.comparing(Incident::openedAt).thenComparing(Incident::number))
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
    List<Link> all = new ArrayList<>();
    String parent = incidents.get(number).family().parent();
    if (parent != null) {
      all.add(new Link(LinkType.CHILD_OF.name(), parent));
    }
    childrenOf(number)
        .forEach(child -> all.add(new Link(LinkType.PARENT_OF.name(), child.number())));
    all.addAll(links.getOrDefault(number, List.of()));
    return all;
  }

  @Override
  public boolean unlink(String number, String type, String other) {
    return links.getOrDefault(number, new ArrayList<>()).remove(new Link(type, other));
  }

  /** One thread only: nobody to lock out. */
  @Override
  public void lockFamilies() {}

  @Override
  public List<String> openChildren(String parent) {
    return childrenOf(parent)
        .filter(child -> OPEN.contains(child.status()))
        .map(Incident::number)
        .toList();
  }

  @Override
  public List<String> children(String parent) {
    return childrenOf(parent).map(Incident::number).toList();
  }

  @Override
  public boolean hasUnfinishedChildren(String parent) {
    return childrenOf(parent)
        .anyMatch(child -> child.status() != Status.CLOSED && child.status() != Status.CANCELLED);
  }

  private Stream<Incident> childrenOf(String parent) {
    return children.stream()
        .map(incidents::get)
        .filter(child -> parent.equals(child.family().parent()));
  }

  /** Forgets a record that is done with. */
  public void forget(String number) {
    incidents.remove(number);
    children.remove(number);
    links.remove(number);
    messages.removeIf(message -> message.record().equals(number));
  }
}
