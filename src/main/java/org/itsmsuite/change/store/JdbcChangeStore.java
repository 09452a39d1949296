package org.itsmsuite.change.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangePage;
import org.itsmsuite.change.ChangeSearch;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Window;
import org.itsmsuite.database.Columns;
import org.itsmsuite.database.InsertOnce;
import org.itsmsuite.incident.ConcurrentChangeException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Changes in the suite's own tables. */
@Repository
class JdbcChangeStore implements ChangeStore {

  private static final String FROM = "select c.* from itsm.change_record c ";

  private final JdbcClient jdbc;
  private final ChangeParts parts;
  private final InsertOnce waitings;

  JdbcChangeStore(JdbcClient jdbc, JdbcTemplate template) {
    this.jdbc = jdbc;
    this.parts = new ChangeParts(jdbc);
    this.waitings =
        new InsertOnce(
            template, "insert into itsm.change_waiting (change, record, since) values (?, ?, ?)");
  }

  @Override
  public String nextNumber() {
    return "CHG-%06d"
        .formatted(jdbc.sql("select nextval('itsm.change_number')").query(Long.class).single());
  }

  @Override
  public void add(Change change) {
    Map<String, Object> row = ChangeRow.all(change);
    var columns = new TreeSet<>(row.keySet());
    jdbc.sql(
            "insert into itsm.change_record (%s) values (%s)"
                .formatted(
                    String.join(", ", columns),
                    columns.stream().map(one -> ":" + one).collect(Collectors.joining(", "))))
        .params(row)
        .update();
    parts.write(change);
  }

  @Override
  public Change save(Change change) {
    Map<String, Object> row = ChangeRow.changing(change);
    var columns = new TreeSet<>(row.keySet());
    columns.remove("number");
    columns.remove("version");
    String set = columns.stream().map(one -> one + " = :" + one).collect(Collectors.joining(", "));
    int saved =
        jdbc.sql(
                "update itsm.change_record set "
                    + set
                    + ", version = version + 1 where number = :number and version = :version")
            .params(row)
            .update();
    if (saved != 1) {
      throw new ConcurrentChangeException(change.number());
    }
    parts.write(change, parts.of(List.of(change.number())).get(change.number()));
    return change.saved();
  }

  @Override
  public Optional<Change> find(String number) {
    return list(FROM + "where c.number = :number", Map.of("number", number)).stream().findFirst();
  }

  @Override
  public Map<String, Change> all(Collection<String> numbers) {
    return numbers.isEmpty()
        ? Map.of()
        : list(FROM + "where c.number in (:numbers)", Map.of("numbers", Set.copyOf(numbers)))
            .stream()
            .collect(Collectors.toMap(Change::number, one -> one));
  }

  @Override
  public Optional<Change> lock(String number) {
    return list(FROM + "where c.number = :number for update", Map.of("number", number)).stream()
        .findFirst();
  }

  @Override
  public ChangePage search(ChangeSearch search) {
    Map<String, Object> params = new HashMap<>();
    String where = where(search, params);
    long total =
        jdbc.sql("select count(*) from itsm.change_record c" + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("offset", (long) search.page() * search.size());
    params.put("size", search.size());
    return new ChangePage(
        list(
            FROM
                + where
                + (search.during() == null
                    ? " order by c.opened_at desc, c.number desc"
                    : " order by c.window_from, c.number")
                + " offset :offset rows fetch next :size rows only",
            params),
        total);
  }

  private static String where(ChangeSearch search, Map<String, Object> params) {
    var where = new StringBuilder(" where ").append(search.known().sql());
    params.putAll(search.known().params());
    if (!search.statuses().isEmpty()) {
      where.append(" and c.status in (:statuses)");
      params.put("statuses", search.statuses().stream().map(Enum::name).toList());
    }
    if (!search.categories().isEmpty()) {
      where.append(" and c.category in (:categories)");
      params.put("categories", search.categories().stream().map(Enum::name).toList());
    }
    if (search.text() != null) {
      where.append(
          " and (lower(c.title) like :text escape '!' or lower(c.number) like :text escape '!')");
      params.put("text", "%" + escaped(search.text().toLowerCase(Locale.ROOT)) + "%");
    }
    if (search.item() != null) {
      where.append(
          " and exists (select 1 from itsm.change_item i"
              + " where i.change = c.number and i.item = :item)");
      params.put("item", search.item());
    }
    if (search.service() != null) {
      where.append(
          " and exists (select 1 from itsm.change_service s"
              + " where s.change = c.number and s.service = :service)");
      params.put("service", search.service());
    }
    if (search.during() != null) {
      where.append(" and c.window_from < :to and c.window_to > :from");
      params.put("from", Columns.utc(search.during().from()));
      params.put("to", Columns.utc(search.during().to()));
    }
    var reach = search.reach();
    if (!reach.all()) {
      where.append(
          " and (c.requester = :requester or c.implementer = :requester or c.customer = :customer"
              + " or c.support_group in (:groups))");
      params.put("requester", reach.requester());
      params.put("customer", reach.customer());
      params.put("groups", reach.groups().isEmpty() ? List.of("") : List.copyOf(reach.groups()));
    }
    return where.toString();
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }

  @Override
  public List<Change> inThread(UUID thread) {
    return list(
        FROM + "where c.thread = :thread order by c.opened_at, c.number", Map.of("thread", thread));
  }

  @Override
  public List<Change> touching(Collection<String> items, Collection<Status> statuses) {
    Map<String, Object> params = new HashMap<>();
    params.put("statuses", statuses.stream().map(Enum::name).toList());
    String where = "where c.status in (:statuses)";
    if (!items.isEmpty()) {
      where +=
          " and exists (select 1 from itsm.change_item i"
              + " where i.change = c.number and i.item in (:items))";
      params.put("items", List.copyOf(items));
    }
    return list(FROM + where + " order by c.number", params);
  }

  @Override
  public List<Change> during(Window window, Collection<Status> statuses) {
    return list(
        FROM
            + """
            where c.window_from < :to and c.window_to > :from and c.status in (:statuses)
            order by c.window_from, c.number
            """,
        Map.of(
            "from",
            Columns.utc(window.from()),
            "to",
            Columns.utc(window.to()),
            "statuses",
            statuses.stream().map(Enum::name).toList()));
  }

  @Override
  public List<Change> reviewed(Collection<String> items, Instant since) {
    if (items.isEmpty()) {
      return List.of();
    }
    return list(
        FROM
            + """
            where c.outcome is not null and c.reviewed_at >= :since
              and exists (select 1 from itsm.change_item i
                where i.change = c.number and i.item in (:items))
            order by c.reviewed_at desc, c.number desc
            """,
        Map.of("since", Columns.utc(since), "items", List.copyOf(items)));
  }

  private List<Change> list(String sql, Map<String, ?> params) {
    List<ChangeRow> rows = jdbc.sql(sql).params(params).query(ChangeRow::read).list();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<String, ChangeRow.Parts> all = parts.of(rows.stream().map(ChangeRow::number).toList());
    return rows.stream().map(one -> one.with(all.get(one.number()))).toList();
  }

  @Override
  public void addWaiting(String number, String record, Instant at) {
    waitings.insert(new Object[] {number, record, Columns.utc(at)});
  }

  @Override
  public List<String> waiting(String number) {
    return jdbc.sql(
            "select record from itsm.change_waiting where change = ? order by since, record")
        .param(number)
        .query(String.class)
        .list();
  }

  @Override
  public List<Change> awaitedBy(String record) {
    return list(
        FROM
            + "join itsm.change_waiting w on w.change = c.number where w.record = :record"
            + " order by c.number",
        Map.of("record", record));
  }
}
