package org.itsmsuite.change.schedule.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.schedule.FreezeStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Freezes in the suite's own tables. */
@Repository
class JdbcFreezeStore implements FreezeStore {

  private static final String FROM = "select f.* from itsm.change_freeze f ";

  private final JdbcClient jdbc;

  JdbcFreezeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void add(Freeze freeze) {
    jdbc.sql(
            """
            insert into itsm.change_freeze
              (id, name, why, window_from, window_to, announced_by, announced_at)
            values (:id, :name, :why, :from, :to, :by, :at)
            """)
        .param("id", freeze.id())
        .param("name", freeze.name())
        .param("why", freeze.why())
        .param("from", utc(freeze.window().from()))
        .param("to", utc(freeze.window().to()))
        .param("by", freeze.announcedBy())
        .param("at", utc(freeze.announcedAt()))
        .update();
    for (int i = 0; i < freeze.services().size(); i++) {
      jdbc.sql(
              "insert into itsm.change_freeze_service (freeze_id, position, service)"
                  + " values (?, ?, ?)")
          .params(freeze.id(), i, freeze.services().get(i))
          .update();
    }
  }

  @Override
  public Optional<Freeze> find(UUID id) {
    return list(FROM + "where f.id = :id", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public Optional<Freeze> lock(UUID id) {
    return list(FROM + "where f.id = :id for update", Map.of("id", id)).stream().findFirst();
  }

  @Override
  public void saveCancelled(Freeze freeze) {
    jdbc.sql(
            """
            update itsm.change_freeze
            set cancelled_by = ?, cancelled_at = ?, cancelled_why = ?
            where id = ? and cancelled_at is null
            """)
        .params(freeze.cancelledBy(), utc(freeze.cancelledAt()), freeze.cancelledWhy(), freeze.id())
        .update();
  }

  @Override
  public List<Freeze> during(Window window) {
    return list(
        FROM
            + "where f.cancelled_at is null and f.window_from < :to and f.window_to > :from"
            + " order by f.window_from, f.name, f.id",
        Map.of("from", utc(window.from()), "to", utc(window.to())));
  }

  @Override
  public FreezePage page(int page, int size) {
    long total = jdbc.sql("select count(*) from itsm.change_freeze").query(Long.class).single();
    return new FreezePage(
        list(
            FROM
                + "order by f.window_from desc, f.name, f.id"
                + " offset :offset rows fetch next :size rows only",
            Map.of("offset", (long) page * size, "size", size)),
        total);
  }

  private List<Freeze> list(String sql, Map<String, ?> params) {
    List<Freeze> freezes = jdbc.sql(sql).params(params).query(JdbcFreezeStore::read).list();
    if (freezes.isEmpty()) {
      return freezes;
    }
    Map<UUID, List<String>> services = new HashMap<>();
    jdbc.sql(
            """
            select freeze_id, service from itsm.change_freeze_service
            where freeze_id in (:ids) order by freeze_id, position
            """)
        .param("ids", freezes.stream().map(Freeze::id).toList())
        .query(
            (row, index) ->
                services
                    .computeIfAbsent(
                        row.getObject("freeze_id", UUID.class), id -> new ArrayList<>())
                    .add(row.getString("service")))
        .list();
    return freezes.stream()
        .map(one -> with(one, services.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Freeze with(Freeze one, List<String> services) {
    return new Freeze(
        one.id(),
        one.name(),
        one.why(),
        one.window(),
        services,
        one.announcedBy(),
        one.announcedAt(),
        one.cancelledBy(),
        one.cancelledAt(),
        one.cancelledWhy());
  }

  private static Freeze read(ResultSet row, int index) throws SQLException {
    return new Freeze(
        row.getObject("id", UUID.class),
        row.getString("name"),
        row.getString("why"),
        new Window(instant(row, "window_from"), instant(row, "window_to")),
        List.of(),
        row.getString("announced_by"),
        instant(row, "announced_at"),
        row.getString("cancelled_by"),
        instant(row, "cancelled_at"),
        row.getString("cancelled_why"));
  }
}
