package org.itsmsuite.audit.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.audit.AuditScope;
import org.itsmsuite.audit.Engagement;
import org.itsmsuite.audit.EngagementStore;
import org.itsmsuite.database.UnitOfWork;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads an engagement with its scope in one statement. */
@Repository
class JdbcEngagementStore implements EngagementStore {

  private static final String SELECT =
      "select e.*, s.kind as scope_kind, s.name as scope_name from itsm.audit_engagement e"
          + " left join itsm.audit_engagement_scope s on s.engagement_id = e.id ";

  private final JdbcClient jdbc;

  JdbcEngagementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public long nextId() {
    return jdbc.sql("select nextval('itsm.audit_engagement_id')").query(Long.class).single();
  }

  @Override
  public void lockAll() {
    jdbc.sql("select id from itsm.audit_engagement_entry where id = 1 for update")
        .query(Integer.class)
        .single();
  }

  @Override
  public void add(Engagement one) {
    jdbc.sql(
            """
            insert into itsm.audit_engagement (id, account, kind, valid_from, valid_until,
              records_from, records_until, purpose, given_by, given_at)
            values (:id, :account, :kind, :from, :until, :recordsFrom, :recordsUntil, :purpose,
              :by, :at)
            """)
        .params(period(one))
        .param("account", one.account())
        .param("kind", one.kind().name())
        .param("purpose", one.purpose())
        .param("by", one.givenBy())
        .param("at", utc(one.givenAt()))
        .update();
    addScope(one);
  }

  private static Map<String, Object> period(Engagement one) {
    Map<String, Object> period = new LinkedHashMap<>();
    period.put("id", one.id());
    period.put("from", utc(one.from()));
    period.put("until", utc(one.until()));
    period.put("recordsFrom", utc(one.scope().recordsFrom()));
    period.put("recordsUntil", utc(one.scope().recordsUntil()));
    return period;
  }

  private void addScope(Engagement one) {
    one.scope().practices().forEach(name -> addScope(one, "PRACTICE", name));
    one.scope().services().forEach(name -> addScope(one, "SERVICE", name));
    one.scope().customers().forEach(name -> addScope(one, "CUSTOMER", name));
  }

  private void addScope(Engagement one, String kind, String name) {
    jdbc.sql("insert into itsm.audit_engagement_scope (engagement_id, kind, name) values (?, ?, ?)")
        .params(one.id(), kind, name)
        .update();
  }

  @Override
  public void save(Engagement one) {
    jdbc.sql(
            """
            update itsm.audit_engagement set valid_from = :from, valid_until = :until,
              records_from = :recordsFrom, records_until = :recordsUntil,
              ended_at = :endedAt, ended_by = :endedBy where id = :id
            """)
        .params(period(one))
        .param("endedAt", utc(one.endedAt()))
        .param("endedBy", one.endedBy())
        .update();
    jdbc.sql("delete from itsm.audit_engagement_scope where engagement_id = ?")
        .param(one.id())
        .update();
    addScope(one);
  }

  @Override
  public Optional<Engagement> lock(long id) {
    jdbc.sql("select id from itsm.audit_engagement where id = ? for update")
        .param(id)
        .query(Long.class)
        .optional();
    return read("where e.id = ?", id).stream().findFirst();
  }

  /** Asked with every request of an auditor: needs nothing of what the transaction holds back. */
  @Override
  public List<Engagement> of(String account) {
    return UnitOfWork.quietly(() -> read("where e.account = ?", account));
  }

  @Override
  public List<Engagement> all() {
    return read("where 1 = ?", 1);
  }

  @Override
  public Set<String> accounts() {
    return new TreeSet<>(
        jdbc.sql("select distinct account from itsm.audit_engagement").query(String.class).list());
  }

  private List<Engagement> read(String where, Object param) {
    Map<Long, Found> found = new LinkedHashMap<>();
    jdbc.sql(SELECT + where + " order by e.id desc")
        .param(param)
        .query(
            (RowCallbackHandler)
                row -> {
                  long id = row.getLong("id");
                  if (!found.containsKey(id)) {
                    found.put(id, new Found(row));
                  }
                  found.get(id).add(row.getString("scope_kind"), row.getString("scope_name"));
                });
    return new ArrayList<>(found.values().stream().map(Found::engagement).toList());
  }

  /** A row, whose scope comes with further rows. */
  private static final class Found {

    private final Engagement withoutScope;
    private final Map<String, Set<String>> scope = new LinkedHashMap<>();

    private Found(ResultSet row) throws SQLException {
      withoutScope =
          new Engagement(
              row.getLong("id"),
              row.getString("account"),
              Engagement.Kind.valueOf(row.getString("kind")),
              instant(row, "valid_from"),
              instant(row, "valid_until"),
              new AuditScope(
                  Set.of(),
                  Set.of(),
                  Set.of(),
                  instant(row, "records_from"),
                  instant(row, "records_until")),
              row.getString("purpose"),
              row.getString("given_by"),
              instant(row, "given_at"),
              instant(row, "ended_at"),
              row.getString("ended_by"));
    }

    private void add(String kind, String name) {
      if (kind != null) {
        scope.computeIfAbsent(kind, any -> new TreeSet<>()).add(name);
      }
    }

    private Engagement engagement() {
      AuditScope period = withoutScope.scope();
      return withoutScope.with(
          withoutScope.from(),
          withoutScope.until(),
          new AuditScope(
              scope.getOrDefault("PRACTICE", Set.of()),
              scope.getOrDefault("SERVICE", Set.of()),
              scope.getOrDefault("CUSTOMER", Set.of()),
              period.recordsFrom(),
              period.recordsUntil()));
    }
  }
}
