package org.itsmsuite.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.h2.api.Trigger;

/**
 * Called by H2 before a row of a ledger table is updated or deleted, and refuses it. On PostgreSQL
 * functions in the database do the same.
 */
public class LedgerGuard implements Trigger {

  private static final String REFUSED = "The ledger is append-only: ";

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
    if (is == null) {
      throw new SQLException(REFUSED + "a row of " + table + " cannot be deleted.");
    }
    switch (table) {
      case "ledger_value" -> {
        if (!sameFirst(3, was, is) || !emptyAfter(3, is)) {
          throw new SQLException(
              REFUSED + "a value can only be erased, together with its salt and account.");
        }
      }
      case "ledger_head" -> {
        if (!sameFirst(1, was, is) || number(is[1]) != number(was[1]) + 1) {
          throw new SQLException(REFUSED + "the end of a chain only moves to the next position.");
        }
      }
      default -> throw new SQLException(REFUSED + "an entry cannot be changed.");
    }
  }

  private static boolean sameFirst(int columns, Object[] was, Object[] is) {
    return Arrays.equals(was, 0, columns, is, 0, columns);
  }

  private static boolean emptyAfter(int columns, Object[] is) {
    return Arrays.stream(is, columns, is.length).allMatch(Objects::isNull);
  }

  private static int number(Object value) {
    return ((Number) value).intValue();
  }
}
