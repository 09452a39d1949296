package org.itsmsuite.duty.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many exceptions stand in a database, for who reads it without the suite.
 *
 * @param inForce by their dates, at the database's time
 * @param uses how often one person held both duties so far
 */
public record ExceptionCounts(long inForce, long uses) {

  /**
   * @param jdbc may read the schema {@code itsm}; a database of before these tables has none
   */
  public static ExceptionCounts in(JdbcClient jdbc) {
    boolean there =
        jdbc.sql(
                    "select count(*) from information_schema.tables where lower(table_schema) = 'itsm'"
                        + " and lower(table_name) = 'duty_exception_use'")
                .query(Long.class)
                .single()
            > 0;
    if (!there) {
      return new ExceptionCounts(0, 0);
    }
    return jdbc.sql(
            """
            select
              (select count(*) from itsm.duty_exception
                where valid_from <= current_timestamp and valid_until > current_timestamp
                  and (ended_at is null or ended_at > current_timestamp)) as in_force,
              (select count(*) from itsm.duty_exception_use) as uses
            """)
        .query((row, n) -> new ExceptionCounts(row.getLong("in_force"), row.getLong("uses")))
        .single();
  }

  public boolean isNone() {
    return inForce == 0 && uses == 0;
  }
}
