package org.itsmsuite.change.work.store;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.change.work.CausedStore;
import org.itsmsuite.database.Columns;
import org.itsmsuite.database.InsertOnce;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which incidents were caused by which changes, in the suite's own tables. */
@Repository
class JdbcCausedStore implements CausedStore {

  private final JdbcClient jdbc;
  private final InsertOnce links;

  JdbcCausedStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.links =
        new InsertOnce(
            template, "insert into itsm.change_caused (change, incident, since) values (?, ?, ?)");
  }

  @Override
  public boolean add(String change, String incident, Instant at) {
    return links.insert(new Object[] {change, incident, Columns.utc(at)});
  }

  @Override
  public boolean remove(String change, String incident) {
    return jdbc.sql("delete from itsm.change_caused where change = ? and incident = ?")
            .params(change, incident)
            .update()
        > 0;
  }

  @Override
  public List<String> incidents(String change) {
    return jdbc.sql("select incident from itsm.change_caused where change = ? order by incident")
        .param(change)
        .query(String.class)
        .list();
  }

  @Override
  public List<String> changes(String incident) {
    return jdbc.sql("select change from itsm.change_caused where incident = ? order by change")
        .param(incident)
        .query(String.class)
        .list();
  }
}
