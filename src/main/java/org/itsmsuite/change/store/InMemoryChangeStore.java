package org.itsmsuite.change.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangePage;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Window;
import org.itsmsuite.incident.ConcurrentChangeException;

/** Changes in memory, for process tests. One thread only; lists are not searched. */
public class InMemoryChangeStore implements ChangeStore {

  private record Waiting(String number, String record) {}

  private final Map<String, Change> changes = new LinkedHashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private long last;

  @Override
  public String nextNumber() {
    return "CHG-%06d".formatted(++last);
  }

  @Override
  public void add(Change change) {
    changes.put(change.number(), change);
  }

  @Override
  public Change save(Change change) {
    if (changes.get(change.number()).version() != change.version()) {
      throw new ConcurrentChangeException(change.number());
    }
    Change saved = change.saved();
    changes.put(change.number(), saved);
    return saved;
  }

  @Override
  public Optional<Change> find(String number) {
    return Optional.ofNullable(changes.get(number));
  }

  @Override
  public Optional<Change> lock(String number) {
    return find(number);
  }

  @Override
  public ChangePage search(ChangeSearch search) {
    throw new UnsupportedOperationException("Lists are searched in the database only");
  }

  @Override
  public List<Change> inThread(UUID thread) {
    return changes.values().stream().filter(one -> one.thread().equals(thread)).toList();
  }

  @Override
  public List<Change> touching(Collection<String> items, Collection<Status> statuses) {
    return changes.values().stream()
        .filter(one -> statuses.contains(one.status()))
        .filter(one -> items.isEmpty() || one.items().stream().anyMatch(items::contains))
        .toList();
  }

  @Override
  public List<Change> during(Window window, Collection<Status> statuses) {
    return changes.values().stream()
        .filter(one -> one.window() != null && one.window().overlaps(window))
        .filter(one -> statuses.contains(one.status()))
        .sorted(
            Comparator.comparing((Change one) -> one.window().from()).thenComparing(Change::number))
        .toList();
  }

  @Override
  public Map<String, Change> all(Collection<String> numbers) {
    return changes.values().stream()
        .filter(one -> numbers.contains(one.number()))
        .collect(Collectors.toMap(Change::number, one -> one));
  }

  @Override
  public List<Change> reviewed(Collection<String> items, Instant since) {
    return changes.values().stream()
        .filter(one -> one.result().outcome() != null)
        .filter(one -> !one.result().reviewedAt().isBefore(since))
        .filter(one -> one.items().stream().anyMatch(items::contains))
        .sorted(Comparator.comparing((Change one) -> one.result().reviewedAt()).reversed())
        .toList();
  }

  @Override
  public void addWaiting(String number, String record, Instant at) {
    var one = new Waiting(number, record);
    if (!waiting.contains(one)) {
      waiting.add(one);
    }
  }

  @Override
  public List<String> waiting(String number) {
    return waiting.stream()
        .filter(one -> one.number().equals(number))
        .map(Waiting::record)
        .toList();
  }

  @Override
  public List<Change> awaitedBy(String record) {
    return waiting.stream()
        .filter(one -> one.record().equals(record))
        .map(one -> changes.get(one.number()))
        .sorted(Comparator.comparing(Change::number))
        .toList();
  }
}
