package org.itsmsuite.incident.store;

import java.util.List;
import org.itsmsuite.incident.FamilyStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parents and children as a column of the incident's row. */
@Repository
class JdbcFamilyStore implements FamilyStore {

  private final JdbcClient jdbc;

  JdbcFamilyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lockFamilies() {
    jdbc.sql("select id from itsm.incident_families for update").query(Integer.class).single();
  }

  @Override
  public List<String> openChildren(String parent) {
    return jdbc.sql(
            """
            select number from itsm.incident
            where parent = ? and status in ('NEW', 'ASSIGNED', 'IN_PROGRESS', 'WAITING')
            order by number
            """)
        .param(parent)
        .query(String.class)
        .list();
  }

  @Override
  public List<String> children(String parent) {
    return jdbc.sql("select number from itsm.incident where parent = ? order by number")
        .param(parent)
        .query(String.class)
        .list();
  }

  @Override
  public boolean hasUnfinishedChildren(String parent) {
    return jdbc.sql(
                """
            select count(*) from itsm.incident
            where parent = ? and status not in ('CLOSED', 'CANCELLED')
            """)
            .param(parent)
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public boolean unlink(String number, String type, String other) {
    return jdbc.sql("delete from itsm.record_link where record = ? and type = ? and other = ?")
            .params(number, type, other)
            .update()
        > 0;
  }
}
