package org.itsmsuite.change.work.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.change.work.CausedStore;

/** For tests and replays. */
public class InMemoryCausedStore implements CausedStore {

  private static final String TO = " ";

  private final Set<String> links = new TreeSet<>();

  @Override
  public synchronized boolean add(String change, String incident, Instant at) {
    return links.add(change + TO + incident);
  }

  @Override
  public synchronized boolean remove(String change, String incident) {
    return links.remove(change + TO + incident);
  }

  @Override
  public synchronized List<String> incidents(String change) {
    return links.stream()
        .filter(one -> one.startsWith(change + TO))
        .map(one -> one.substring(one.indexOf(TO) + 1))
        .toList();
  }

  @Override
  public synchronized List<String> changes(String incident) {
    return links.stream()
        .filter(one -> one.endsWith(TO + incident))
        .map(one -> one.substring(0, one.indexOf(TO)))
        .toList();
  }
}
