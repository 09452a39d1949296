package org.itsmsuite.people.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.people.Erasure;
import org.itsmsuite.people.ErasureStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcErasureStore implements ErasureStore {

  private static final String OPEN =
      "select * from itsm.person_erasure where erased_at is null and withdrawn_at is null";

  private final JdbcClient jdbc;

  JdbcErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Erasure erasure) {
    jdbc.sql(
            """
            insert into itsm.person_erasure (id, account, other_names, pseudonym, reason,
              requested_by, requested_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            erasure.id(),
            erasure.account(),
            String.join("\n", erasure.otherNames()),
            erasure.pseudonym(),
            erasure.reason(),
            erasure.requestedBy(),
            utc(erasure.requestedAt()))
        .update();
  }

  @Override
  public Optional<Erasure> lockOpen(String account) {
    return jdbc.sql(OPEN + " and account = ? for update")
        .param(account)
        .query(JdbcErasureStore::erasure)
        .optional();
  }

  @Override
  public List<Erasure> open() {
    return jdbc.sql(OPEN + " order by requested_at, id fetch first 100 rows only")
        .query(JdbcErasureStore::erasure)
        .list();
  }

  @Override
  public Optional<String> requestedBy(String record) {
    return jdbc.sql("select requested_by from itsm.person_erasure where 'erasure:' || id = ?")
        .param(record)
        .query(String.class)
        .optional();
  }

  @Override
  public void erased(Erasure erasure, String by, Instant at) {
    jdbc.sql(
            """
            update itsm.person_erasure set account = null, other_names = null, reason = null,
              erased_by = ?, erased_at = ?
            where id = ?
            """)
        .params(by, utc(at), erasure.id())
        .update();
  }

  @Override
  public void withdrawn(Erasure erasure, Instant at) {
    jdbc.sql(
            """
            update itsm.person_erasure set account = null, other_names = null, reason = null,
              withdrawn_at = ?
            where id = ?
            """)
        .params(utc(at), erasure.id())
        .update();
  }

  @Override
  public boolean isGiven(String pseudonym) {
    return jdbc.sql("select count(*) from itsm.person_erasure where pseudonym = ?")
            .param(pseudonym)
            .query(Long.class)
            .single()
        > 0;
  }

  private static Erasure erasure(ResultSet row, int n) throws SQLException {
    String names = row.getString("other_names");
    return new Erasure(
        row.getObject("id", UUID.class),
        row.getString("account"),
        names == null || names.isEmpty() ? List.of() : Arrays.asList(names.split("\n")),
        row.getString("pseudonym"),
        row.getString("reason"),
        row.getString("requested_by"),
        instant(row, "requested_at"),
        row.getString("erased_by"),
        instant(row, "erased_at"));
  }
}
