package org.itsmsuite.security.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.incident.LeftMessage;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecurityPage;
import org.itsmsuite.security.SecuritySearch;
import org.itsmsuite.security.SecurityStore;

/** Security incidents in memory, for process tests. One thread only; lists are not searched. */
public class InMemorySecurityStore implements SecurityStore {

  private record Event(String number, String record) {}

  private final Map<String, SecurityIncident> incidents = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();
  private final List<LeftMessage> messages = new ArrayList<>();
  private long last;

  @Override
  public String nextNumber() {
    return "SEC-%06d".formatted(++last);
  }

  @Override
  public void add(SecurityIncident incident) {
    incidents.put(incident.number(), incident);
  }

  @Override
  public void save(SecurityIncident incident) {
    incidents.put(incident.number(), incident);
    incident.saved();
  }

  @Override
  public Optional<SecurityIncident> find(String number) {
    return Optional.ofNullable(incidents.get(number));
  }

  @Override
  public Optional<SecurityIncident> lock(String number) {
    return find(number);
  }

  @Override
  public SecurityPage search(SecuritySearch search) {
    throw new UnsupportedOperationException("Lists are searched in the database only");
  }

  @Override
  public List<SecurityIncident> inThread(UUID thread) {
    return incidents.values().stream().filter(one -> one.thread().equals(thread)).toList();
  }

  @Override
  public void addEvent(String number, String record, Instant at) {
    var event = new Event(number, record);
    if (!events.contains(event)) {
      events.add(event);
    }
  }

  @Override
  public List<String> events(String number) {
    return events.stream().filter(one -> one.number().equals(number)).map(Event::record).toList();
  }

  @Override
  public List<SecurityIncident> having(String record) {
    return events.stream()
        .filter(one -> one.record().equals(record))
        .sorted(Comparator.comparing(events::indexOf).reversed())
        .map(one -> incidents.get(one.number()))
        .toList();
  }

  @Override
  public void leave(LeftMessage message) {
    messages.add(message);
  }

  @Override
  public List<LeftMessage> messages(String number) {
    return messages.stream().filter(one -> one.record().equals(number)).toList();
  }
}
