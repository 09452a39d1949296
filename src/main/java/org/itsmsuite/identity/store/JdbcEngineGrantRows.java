package org.itsmsuite.identity.store;

import java.util.List;
import org.itsmsuite.identity.EngineGrantRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcEngineGrantRows implements EngineGrantRows {

  private final JdbcClient jdbc;

  JdbcEngineGrantRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Row> all() {
    return jdbc.sql(
            "select group_id, resource, resource_id, authorization_id from itsm.engine_grant")
        .query(
            (row, number) ->
                new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  @Override
  public void add(Row row) {
    jdbc.sql(
            """
            insert into itsm.engine_grant (group_id, resource, resource_id, authorization_id)
            values (?, ?, ?, ?)
            """)
        .params(row.group(), row.resource(), row.id(), row.authorizationId())
        .update();
  }

  @Override
  public void remove(Row row) {
    jdbc.sql(
            "delete from itsm.engine_grant where group_id = ? and resource = ? and resource_id = ?")
        .params(row.group(), row.resource(), row.id())
        .update();
  }
}
