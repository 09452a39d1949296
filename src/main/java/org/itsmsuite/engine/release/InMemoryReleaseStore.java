package org.itsmsuite.engine.release;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** For process tests and the replay, where one thread releases once. */
public class InMemoryReleaseStore implements ReleaseStore {

  private final Map<String, ReleasedBundle> newest = new ConcurrentHashMap<>();

  @Override
  public void lock() {
    // nobody else is there
  }

  @Override
  public Optional<ReleasedBundle> newest(String bundle) {
    return Optional.ofNullable(newest.get(bundle));
  }

  @Override
  public void add(ReleasedBundle release) {
    newest.put(release.bundle(), release);
  }
}
