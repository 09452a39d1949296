package org.itsmsuite.change.work;

import org.itsmsuite.change.Change;

/** Hears that a change was carried out and works (I-13). */
@FunctionalInterface
public interface DeployedItems {

  /** Called inside the transaction that ends the work. */
  void deployed(Change change);
}
