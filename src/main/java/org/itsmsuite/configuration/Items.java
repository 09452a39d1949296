package org.itsmsuite.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The items as they are now, retired ones included. Asks nobody's permission. */
public interface Items {

  Optional<Item> find(String id);

  /** Those that exist, in the order they were asked for, each once. */
  List<Item> of(Collection<String> ids);
}
