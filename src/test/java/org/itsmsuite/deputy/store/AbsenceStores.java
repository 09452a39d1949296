package org.itsmsuite.deputy.store;

import org.itsmsuite.deputy.AbsenceStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the store for tests elsewhere. */
public final class AbsenceStores {

  private AbsenceStores() {}

  public static AbsenceStore of(JdbcClient jdbc) {
    return new JdbcAbsenceStore(jdbc);
  }
}
