package org.itsmsuite.servicelevel;

import java.util.List;

/** The targets in force, over the whole catalogue. */
@FunctionalInterface
public interface AgreedTargets {

  /** By service, customer, priority, in the order of catalogue and table. */
  List<AgreedTarget> all();
}
