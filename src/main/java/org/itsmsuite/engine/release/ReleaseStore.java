package org.itsmsuite.engine.release;

import java.util.Optional;

/** Remembers what was released. */
public interface ReleaseStore {

  /** Makes other nodes wait until the current transaction has ended. */
  void lock();

  /** The newest release of a bundle. */
  Optional<ReleasedBundle> newest(String bundle);

  void add(ReleasedBundle release);
}
