package org.itsmsuite.duty.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.duty.DutyException;
import org.itsmsuite.duty.DutyExceptionStore;
import org.itsmsuite.duty.DutyUse;
import org.itsmsuite.restriction.KnownRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDutyExceptionStore implements DutyExceptionStore {

  private static final String SELECT = "select e.* from itsm.duty_exception e ";
  private static final String IN_FORCE =
      "where e.valid_from <= :now and e.valid_until > :now and (e.ended_at is null or e.ended_at > :now) ";

  private final JdbcClient jdbc;

  JdbcDutyExceptionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void lockEntry() {
    jdbc.sql("select id from itsm.duty_exception_entry where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  @Override
  public List<DutyException> standing(String duty, Instant now) {
    return jdbc.sql(SELECT + "where e.duty = :duty and e.valid_until > :now order by e.id")
        .param("duty", duty)
        .param("now", utc(now))
        .query(JdbcDutyExceptionStore::exception)
        .list();
  }

  @Override
  public long nextId() {
    return jdbc.sql("select nextval('itsm.duty_exception_id')").query(Long.class).single();
  }

  @Override
  public void add(DutyException exception) {
    jdbc.sql(
            """
            insert into itsm.duty_exception
              (id, duty, reason, approved_by, approved_at, valid_from, valid_until)
            values (:id, :duty, :reason, :by, :at, :from, :until)
            """)
        .param("id", exception.id())
        .param("duty", exception.duty())
        .param("reason", exception.reason())
        .param("by", exception.approvedBy())
        .param("at", utc(exception.approvedAt()))
        .param("from", utc(exception.from()))
        .param("until", utc(exception.until()))
        .update();
  }

  @Override
  public void end(DutyException exception) {
    jdbc.sql("update itsm.duty_exception set ended_at = :at, ended_by = :by where id = :id")
        .param("at", utc(exception.endedAt()))
        .param("by", exception.endedBy())
        .param("id", exception.id())
        .update();
  }

  @Override
  public Optional<DutyException> find(long id) {
    return read(id, "");
  }

  @Override
  public Optional<DutyException> lock(long id) {
    return read(id, " for update");
  }

  private Optional<DutyException> read(long id, String lock) {
    return jdbc.sql(SELECT + "where e.id = :id" + lock)
        .param("id", id)
        .query(JdbcDutyExceptionStore::exception)
        .optional();
  }

  @Override
  public Optional<DutyException> inForce(String duty, Instant now) {
    return jdbc
        .sql(SELECT + IN_FORCE + "and e.duty = :duty order by e.valid_until desc, e.id")
        .param("duty", duty)
        .param("now", utc(now))
        .query(JdbcDutyExceptionStore::exception)
        .stream()
        .findFirst();
  }

  @Override
  public List<DutyException> inForce(Instant now) {
    return jdbc.sql(SELECT + IN_FORCE + "order by e.id")
        .param("now", utc(now))
        .query(JdbcDutyExceptionStore::exception)
        .list();
  }

  @Override
  public List<Counted> all() {
    return jdbc.sql(
            """
            select e.*, coalesce(u.uses, 0) as uses
            from itsm.duty_exception e
            left join (select exception_id, count(*) as uses from itsm.duty_exception_use
              group by exception_id) u on u.exception_id = e.id
            order by e.id desc
            """)
        .query((row, n) -> new Counted(exception(row, n), row.getLong("uses")))
        .list();
  }

  @Override
  public void used(DutyUse use) {
    jdbc.sql(
            """
            insert into itsm.duty_exception_use (exception_id, subject, account, used_at)
            values (:exception, :subject, :account, :at)
            """)
        .param("exception", use.exception())
        .param("subject", use.subject())
        .param("account", use.account())
        .param("at", utc(use.at()))
        .update();
  }

  @Override
  public UsePage uses(String subject, KnownRecords known, int page, int size) {
    var params = new HashMap<String, Object>(known.params());
    var where =
        " from itsm.duty_exception_use u join itsm.duty_exception e on e.id = u.exception_id where "
            + known.sql();
    if (subject != null) {
      where += " and u.subject = :subject";
      params.put("subject", subject);
    }
    long total = jdbc.sql("select count(*)" + where).params(params).query(Long.class).single();
    params.put("offset", (long) page * size);
    params.put("size", size);
    List<DutyUse> items =
        jdbc.sql(
                "select u.exception_id, e.duty, u.subject, u.account, u.used_at"
                    + where
                    + " order by u.used_at desc, u.id desc"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query(
                (row, n) ->
                    new DutyUse(
                        row.getLong("exception_id"),
                        row.getString("duty"),
                        row.getString("subject"),
                        row.getString("account"),
                        instant(row, "used_at")))
            .list();
    return new UsePage(items, page, size, total);
  }

  private static DutyException exception(ResultSet row, int n) throws SQLException {
    return new DutyException(
        row.getLong("id"),
        row.getString("duty"),
        row.getString("reason"),
        row.getString("approved_by"),
        instant(row, "approved_at"),
        instant(row, "valid_from"),
        instant(row, "valid_until"),
        instant(row, "ended_at"),
        row.getString("ended_by"));
  }
}
