package org.itsmsuite.deputy.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.AbsencePage;
import org.itsmsuite.deputy.AbsenceStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nothing is held back here: what others hold back need not be written first. */
@Repository
class JdbcAbsenceStore implements AbsenceStore {

  private static final String SELECT = "select * from itsm.absence ";

  private final JdbcClient jdbc;

  JdbcAbsenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lockEntry() {
    jdbc.sql("select id from itsm.absence_entry where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  @Override
  public void add(Absence absence) {
    jdbc.sql(
            """
            insert into itsm.absence (id, account, support_group, deputy, from_at, until_at, kind,
              reason, entered_by, entered_at, begun, ended)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            absence.id(),
            absence.account(),
            absence.group(),
            absence.deputy(),
            utc(absence.from()),
            utc(absence.until()),
            absence.kind().name(),
            absence.reason(),
            absence.enteredBy(),
            utc(absence.enteredAt()),
            absence.begun(),
            absence.ended())
        .update();
  }

  @Override
  public Optional<Absence> find(UUID id) {
    return jdbc.sql(SELECT + "where id = ?").param(id).query(JdbcAbsenceStore::absence).optional();
  }

  @Override
  public Optional<Absence> lock(UUID id) {
    return jdbc.sql(SELECT + "where id = ? for update")
        .param(id)
        .query(JdbcAbsenceStore::absence)
        .optional();
  }

  @Override
  public List<Absence> inForce(String account, Instant at) {
    return UnitOfWork.quietly(
        () ->
            jdbc.sql(SELECT + "where account = ? and until_at > ? and from_at <= ?")
                .params(account, utc(at), utc(at))
                .query(JdbcAbsenceStore::absence)
                .list());
  }

  @Override
  public List<Absence> overlapping(String account, Instant from, Instant until) {
    return jdbc.sql(
            SELECT + "where account = ? and until_at > ? and from_at < ? order by from_at, id")
        .params(account, utc(from), utc(until))
        .query(JdbcAbsenceStore::absence)
        .list();
  }

  @Override
  public Set<String> awayFrom(String group, Instant at) {
    return UnitOfWork.quietly(
        () ->
            new LinkedHashSet<>(
                jdbc.sql(
                        """
                        select distinct account from itsm.absence where until_at > ? and from_at <= ?
                        and (support_group is null or support_group = ?) order by account
                        """)
                    .params(utc(at), utc(at), group)
                    .query(String.class)
                    .list()));
  }

  @Override
  public List<Absence> inWhichStandsIn(String deputy, Instant at) {
    return jdbc.sql(SELECT + "where deputy = ? and until_at > ? order by from_at, id for update")
        .params(deputy, utc(at))
        .query(JdbcAbsenceStore::absence)
        .list();
  }

  @Override
  public List<UUID> due(Instant now, int most) {
    return jdbc.sql(
            """
            select id from itsm.absence
            where ended = false and from_at <= :now and (begun = false or until_at <= :now)
            order by from_at, id fetch first :most rows only
            """)
        .param("now", utc(now))
        .param("most", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  @Override
  public void begun(UUID id) {
    jdbc.sql("update itsm.absence set begun = true where id = ?").param(id).update();
  }

  /** One that has not begun never was; the ledger tells of it. */
  @Override
  public void end(UUID id, Instant at) {
    jdbc.sql("delete from itsm.absence where id = ? and from_at >= ?").params(id, utc(at)).update();
    jdbc.sql(
            """
            update itsm.absence set ended = true,
              until_at = case when until_at > :at then :at else until_at end
            where id = :id
            """)
        .param("id", id)
        .param("at", utc(at))
        .update();
  }

  @Override
  public void withoutDeputy(UUID id) {
    jdbc.sql("update itsm.absence set deputy = null where id = ?").param(id).update();
  }

  @Override
  public List<Absence> left(String account) {
    return jdbc.sql(SELECT + "where account = ? and kind = 'LEFT' for update")
        .param(account)
        .query(JdbcAbsenceStore::absence)
        .list();
  }

  @Override
  public void remove(UUID id) {
    jdbc.sql("delete from itsm.absence where id = ? and kind = 'LEFT'").param(id).update();
  }

  @Override
  public AbsencePage page(String ofAccount, Instant notOverAt, int page, int size) {
    String where =
        "where kind = 'AWAY' and until_at > :at"
            + (ofAccount == null ? "" : " and (account = :account or deputy = :account)");
    long total =
        jdbc.sql("select count(*) from itsm.absence " + where)
            .param("account", ofAccount)
            .param("at", utc(notOverAt))
            .query(Long.class)
            .single();
    List<Absence> items =
        jdbc.sql(
                SELECT
                    + where
                    + " order by from_at desc, id offset :offset rows fetch next :size rows only")
            .param("account", ofAccount)
            .param("at", utc(notOverAt))
            .param("offset", (long) page * size)
            .param("size", size)
            .query(JdbcAbsenceStore::absence)
            .list();
    return new AbsencePage(items, page, size, total);
  }

  @Override
  public List<String> named(String after, Instant at, int most) {
    return jdbc.sql(
            """
            select distinct name from (
              select account as name from itsm.absence where until_at > :at
              union select deputy from itsm.absence where until_at > :at and deputy is not null) n
            where name > :after order by name fetch first :most rows only
            """)
        .param("after", after)
        .param("at", utc(at))
        .param("most", most)
        .query(String.class)
        .list();
  }

  private static Absence absence(ResultSet row, int n) throws SQLException {
    return new Absence(
        row.getObject("id", UUID.class),
        row.getString("account"),
        row.getString("support_group"),
        row.getString("deputy"),
        instant(row, "from_at"),
        instant(row, "until_at"),
        Absence.Kind.valueOf(row.getString("kind")),
        row.getString("reason"),
        row.getString("entered_by"),
        instant(row, "entered_at"),
        row.getBoolean("begun"),
        row.getBoolean("ended"));
  }
}
