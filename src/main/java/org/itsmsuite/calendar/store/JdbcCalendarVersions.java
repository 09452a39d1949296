package org.itsmsuite.calendar.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.itsmsuite.calendar.CalendarVersionStore;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCalendarVersions implements CalendarVersionStore {

  private static final String COLUMNS =
      "select name, version, checksum, content, created_at from itsm.calendar_version ";

  private final JdbcClient jdbc;

  JdbcCalendarVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Stored> newest(String name) {
    return jdbc.sql(COLUMNS + "where name = :name order by version desc fetch first 1 rows only")
        .param("name", name)
        .query(JdbcCalendarVersions::row)
        .optional();
  }

  @Override
  public Optional<Stored> find(String name, int version) {
    return jdbc.sql(COLUMNS + "where name = :name and version = :version")
        .param("name", name)
        .param("version", version)
        .query(JdbcCalendarVersions::row)
        .optional();
  }

  @Override
  public boolean add(Stored version) {
    try {
      jdbc.sql(
              """
              insert into itsm.calendar_version (name, version, checksum, content, created_at)
              values (:name, :version, :checksum, :content, :createdAt)
              """)
          .param("name", version.name())
          .param("version", version.version())
          .param("checksum", version.checksum())
          .param("content", version.content())
          .param("createdAt", version.createdAt().atOffset(ZoneOffset.UTC))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  private static Stored row(ResultSet row, int number) throws SQLException {
    return new Stored(
        row.getString("name"),
        row.getInt("version"),
        row.getString("checksum"),
        row.getString("content"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
