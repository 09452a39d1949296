package org.itsmsuite.role.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.role.RoleHolding;
import org.itsmsuite.role.RolePage;
import org.itsmsuite.role.RoleQuery;
import org.itsmsuite.role.RoleStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRoleStore implements RoleStore {

  private final JdbcClient jdbc;

  JdbcRoleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<String, Set<String>> held() {
    var held = new HashMap<String, Set<String>>();
    jdbc.sql("select account, role from itsm.role_holding where held_until is null")
        .query(
            row -> {
              held.computeIfAbsent(row.getString(1), account -> new HashSet<>())
                  .add(row.getString(2));
            });
    return held;
  }

  @Override
  public Set<String> heldBy(String account) {
    return set(
        jdbc.sql("select role from itsm.role_holding where account = ? and held_until is null")
            .param(account));
  }

  @Override
  public Set<String> holdersOf(String role) {
    return set(
        jdbc.sql("select account from itsm.role_holding where role = ? and held_until is null")
            .param(role));
  }

  private static Set<String> set(JdbcClient.StatementSpec query) {
    return new HashSet<>(query.query(String.class).list());
  }

  @Override
  public void give(String account, String role, Instant at, String by) {
    jdbc.sql(
            """
            insert into itsm.role_holding (id, account, role, held_from, given_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(UUID.randomUUID(), account, role, utc(at), by)
        .update();
  }

  @Override
  public void take(String account, String role, Instant at, String by) {
    jdbc.sql(
            """
            update itsm.role_holding set held_until = ?, taken_by = ?
            where account = ? and role = ? and held_until is null
            """)
        .params(utc(at), by, account, role)
        .update();
  }

  @Override
  public RolePage find(RoleQuery query) {
    var params = new HashMap<String, Object>();
    var where = where(query, params);
    long total =
        jdbc.sql("select count(*) from itsm.role_holding h" + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("offset", (long) query.page() * query.size());
    params.put("size", query.size());
    var items =
        jdbc.sql(
                """
                select h.account, h.role, h.held_from, h.given_by, h.held_until, h.taken_by
                from itsm.role_holding h
                """
                    + where
                    + " order by h.held_from desc, h.account, h.role, h.id"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query((row, number) -> holding(row))
            .list();
    return new RolePage(items, query.page(), query.size(), total);
  }

  private static String where(RoleQuery query, Map<String, Object> params) {
    var where = new StringBuilder(" where 1 = 1");
    if (query.account() != null) {
      where.append(" and h.account = :account");
      params.put("account", query.account());
    }
    if (query.role() != null) {
      where.append(" and h.role = :role");
      params.put("role", query.role());
    }
    if (query.at() != null) {
      where.append(" and h.held_from <= :at and (h.held_until is null or h.held_until > :at)");
      params.put("at", utc(query.at()));
    }
    return where.toString();
  }

  private static RoleHolding holding(ResultSet row) throws SQLException {
    return new RoleHolding(
        row.getString(1),
        row.getString(2),
        instant(row, 3),
        row.getString(4),
        instant(row, 5),
        row.getString(6));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
