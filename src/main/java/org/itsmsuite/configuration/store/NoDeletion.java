package org.itsmsuite.configuration.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.Trigger;

/**
 * Called by H2 before a row about an item is deleted, and refuses it. On PostgreSQL a function in
 * the database does the same.
 */
public class NoDeletion implements Trigger {

  private String table;

  @Override
  public void init(
      Connection connection,
      String schema,
      String trigger,
      String table,
      boolean before,
      int operation) {
    this.table = table.toLowerCase(Locale.ROOT);
  }

  @Override
  public void fire(Connection connection, Object[] was, Object[] is) throws SQLException {
    throw new SQLException(
        "Items are retired, not deleted: a row of " + table + " cannot be deleted.");
  }
}
