package org.itsmsuite.database;

import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Inserts rows that may be there already, also because another transaction writes them at this
 * moment: that one is waited for. Either way the transaction can go on.
 */
public final class InsertOnce {

  private final JdbcTemplate jdbc;
  private final String sql;
  private final boolean isPostgres;

  /**
   * @param sql a plain insert with parameters
   */
  public InsertOnce(JdbcTemplate jdbc, String sql) {
    this.jdbc = jdbc;
    this.isPostgres =
        Boolean.TRUE.equals(
            jdbc.execute(
                (ConnectionCallback<Boolean>)
                    database ->
                        database.getMetaData().getDatabaseProductName().equals("PostgreSQL")));
    // After a failed statement PostgreSQL's transaction is lost; H2's is not, but H2 has no such
    // clause.
    this.sql = isPostgres ? sql + " on conflict do nothing" : sql;
  }

  /** Whether the row was inserted. */
  public boolean insert(Object[] row) {
    return insert(List.of(new Object[][] {row})).get(0);
  }

  /** For each row, whether it was inserted. */
  public List<Boolean> insert(List<Object[]> rows) {
    List<Boolean> inserted = new ArrayList<>();
    if (isPostgres) {
      for (int count : jdbc.batchUpdate(sql, rows)) {
        inserted.add(count == 1);
      }
    } else {
      rows.forEach(row -> inserted.add(insertOrFail(row)));
    }
    return inserted;
  }

  private boolean insertOrFail(Object[] row) {
    try {
      return jdbc.update(sql, row) == 1;
    } catch (DuplicateKeyException thereAlready) {
      return false;
    }
  }
}
