package org.itsmsuite.audit.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.itsmsuite.audit.Readers;
import org.itsmsuite.database.InsertOnce;
import org.itsmsuite.database.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An account's chain never changes, so it is read once. */
@Repository
class JdbcReaders implements Readers {

  private final JdbcClient jdbc;
  private final InsertOnce rows;
  private final Map<String, String> known = new ConcurrentHashMap<>();

  JdbcReaders(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
    this.rows = new InsertOnce(jdbc, "insert into itsm.audit_reader (account, id) values (?, ?)");
  }

  @Override
  public String chainOf(String account) {
    return find(account).orElseGet(() -> begin(account));
  }

  private String begin(String account) {
    long id = jdbc.sql("select nextval('itsm.audit_reader_id')").query(Long.class).single();
    // Somebody may have been first: then theirs counts.
    rows.insert(new Object[] {account, id});
    return find(account).orElseThrow();
  }

  @Override
  public Optional<String> find(String account) {
    String chain = known.get(account);
    if (chain != null) {
      return Optional.of(chain);
    }
    Optional<String> found =
        UnitOfWork.quietly(
            () ->
                jdbc.sql("select id from itsm.audit_reader where account = ?")
                    .param(account)
                    .query(Long.class)
                    .optional()
                    .map(id -> PREFIX + id));
    found.ifPresent(one -> known.put(account, one));
    return found;
  }

  @Override
  public List<String> accounts() {
    return jdbc.sql("select account from itsm.audit_reader order by account")
        .query(String.class)
        .list();
  }
}
