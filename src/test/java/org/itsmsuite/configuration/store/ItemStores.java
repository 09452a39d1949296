package org.itsmsuite.configuration.store;

import org.itsmsuite.TestDatabase;
import org.itsmsuite.configuration.ItemStore;

/** The store, for tests outside of its package. */
public final class ItemStores {

  private ItemStores() {}

  public static ItemStore of(TestDatabase database) {
    return new JdbcItemStore(database.template());
  }
}
