package org.itsmsuite.calendar;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Keeps calendar versions as long as the JVM runs: for tests and the replay. */
public final class InMemoryCalendarVersions implements CalendarVersionStore {

  private final ConcurrentHashMap<String, NavigableMap<Integer, Stored>> versions =
      new ConcurrentHashMap<>();

  @Override
  public Optional<Stored> newest(String name) {
    return Optional.ofNullable(of(name).lastEntry()).map(NavigableMap.Entry::getValue);
  }

  @Override
  public Optional<Stored> find(String name, int version) {
    return Optional.ofNullable(of(name).get(version));
  }

  @Override
  public boolean add(Stored version) {
    return of(version.name()).putIfAbsent(version.version(), version) == null;
  }

  private NavigableMap<Integer, Stored> of(String name) {
    return versions.computeIfAbsent(name, unknown -> new ConcurrentSkipListMap<>());
  }
}
