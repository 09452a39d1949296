package org.itsmsuite.configuration.store;

import static org.itsmsuite.database.Columns.instant;
import static org.itsmsuite.database.Columns.utc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.itsmsuite.configuration.Criticality;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.ItemLevel;
import org.itsmsuite.configuration.ItemRelation;
import org.itsmsuite.configuration.ItemSearch;
import org.itsmsuite.configuration.ItemStore;
import org.itsmsuite.configuration.ItemVersion;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcItemStore implements ItemStore {

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Ids in one question to the database. */
  private static final int AT_ONCE = 500;

  private static final int ROWS_AT_ONCE = 1000;

  private static final String CURRENT =
      "select v.* from itsm.item i join itsm.item_version v on v.item = i.id and v.version = i.version";

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  JdbcItemStore(JdbcTemplate template) {
    this.template = template;
    this.jdbc = JdbcClient.create(template);
  }

  @Override
  public long lock() {
    jdbc.sql("update itsm.item_change set seq = seq + 1 where id = 1").update();
    return lastChange();
  }

  @Override
  public long lastChange() {
    return jdbc.sql("select seq from itsm.item_change where id = 1").query(Long.class).single();
  }

  @Override
  public void changedAfter(long after, Consumer<ItemRelation> relations, Consumer<Item> items) {
    eachRow(
        "select * from itsm.item_relation where "
            + (after == 0 ? "valid_until is null" : "seq > " + after)
            + " order by seq, id",
        row -> relations.accept(relation(row, 0)));
    eachRow(
        CURRENT + (after == 0 ? "" : " where i.seq > " + after), row -> items.accept(item(row)));
  }

  @Override
  public Optional<Item> find(String id) {
    return jdbc.sql(CURRENT + " where i.id = ?").param(id).query((row, n) -> item(row)).optional();
  }

  @Override
  public List<Item> of(Collection<String> ids) {
    List<String> wanted = new ArrayList<>(new LinkedHashSet<>(ids));
    wanted.removeIf(id -> id == null);
    Map<String, Item> found = new HashMap<>();
    for (int i = 0; i < wanted.size(); i += AT_ONCE) {
      jdbc.sql(CURRENT + " where i.id in (:ids)")
          .param("ids", wanted.subList(i, Math.min(i + AT_ONCE, wanted.size())))
          .query((row, n) -> item(row))
          .list()
          .forEach(item -> found.put(item.id(), item));
    }
    return wanted.stream().filter(found::containsKey).map(found::get).toList();
  }

  @Override
  public ItemSearch.Page search(ItemSearch search) {
    Map<String, Object> params = new HashMap<>();
    var where = new StringBuilder(" where 1 = 1");
    if (search.text() != null) {
      where.append(
          " and (lower(i.id) like :text escape '!' or lower(v.name) like :text escape '!')");
      params.put("text", "%" + escaped(search.text().toLowerCase(Locale.ROOT)) + "%");
    }
    if (search.level() != null) {
      where.append(" and v.item_level = :level");
      params.put("level", search.level().name());
    }
    if (search.type() != null) {
      where.append(" and v.item_type = :type");
      params.put("type", search.type());
    }
    if (search.status() != null) {
      where.append(" and v.status = :status");
      params.put("status", search.status());
    }
    if (!search.retired()) {
      where.append(" and v.retired_why is null");
    }
    long total =
        jdbc.sql(CURRENT.replace("v.*", "count(*)") + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("offset", (long) search.page() * search.size());
    params.put("size", search.size());
    List<Item> items =
        jdbc.sql(
                CURRENT
                    + where
                    + " order by case v.item_level when 'SERVICE' then 0 when 'COMPONENT' then 1 else 2 end, i.id"
                    + " offset :offset rows fetch next :size rows only")
            .params(params)
            .query((row, n) -> item(row))
            .list();
    return new ItemSearch.Page(items, total);
  }

  private static String escaped(String text) {
    return text.replaceAll("[!%_]", "!$0");
  }

  @Override
  public void each(Consumer<Item> told) {
    eachRow(CURRENT + " order by i.id", row -> told.accept(item(row)));
  }

  @Override
  public void eachRelation(Consumer<ItemRelation> told) {
    eachRow(
        "select * from itsm.item_relation where valid_until is null"
            + " order by from_item, kind, to_item",
        row -> told.accept(relation(row, 0)));
  }

  @Override
  public boolean isEmpty() {
    return jdbc.sql("select count(*) from itsm.item").query(Long.class).single() == 0;
  }

  @Override
  public void add(Collection<ItemVersion> firsts, long seq) {
    template.batchUpdate(
        "insert into itsm.item (id, version, seq) values (?, ?, ?)",
        firsts,
        ROWS_AT_ONCE,
        (row, one) -> {
          row.setString(1, one.item().id());
          row.setLong(2, one.item().version());
          row.setLong(3, seq);
        });
    insert(firsts);
  }

  private void insert(Collection<ItemVersion> versions) {
    template.batchUpdate(
        """
        insert into itsm.item_version (item, version, valid_from, valid_until, item_level,
          item_type, name, description, designation, outcome, criticality, support_group, status,
          is_asset, attributes, retired_why, changed_by, changed_why, rfc)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        versions.stream().map(JdbcItemStore::row).toList());
  }

  private static Object[] row(ItemVersion one) {
    Item item = one.item();
    return new Object[] {
      item.id(),
      item.version(),
      utc(item.since()),
      utc(one.until()),
      item.level().name(),
      item.type(),
      item.name(),
      item.description(),
      item.designation(),
      item.outcome(),
      item.criticality().name(),
      item.supportGroup(),
      item.status(),
      item.asset(),
      json(item.attributes()),
      item.retiredWhy(),
      one.by(),
      one.why(),
      one.change()
    };
  }

  @Override
  public boolean change(Collection<ItemVersion> nexts, long seq) {
    List<Object[]> current =
        nexts.stream()
            .map(
                one ->
                    new Object[] {
                      one.item().version(), seq, one.item().id(), one.item().version() - 1
                    })
            .toList();
    int[] changed =
        template.batchUpdate(
            "update itsm.item set version = ?, seq = ? where id = ? and version = ?", current);
    for (int rows : changed) {
      if (rows == 0) {
        return false;
      }
    }
    template.batchUpdate(
        "update itsm.item_version set valid_until = ? where item = ? and version = ?",
        nexts.stream()
            .map(
                one ->
                    new Object[] {
                      utc(one.item().since()), one.item().id(), one.item().version() - 1
                    })
            .toList());
    insert(nexts);
    return true;
  }

  @Override
  public List<ItemVersion> history(String id) {
    return jdbc.sql("select * from itsm.item_version v where item = ? order by version")
        .param(id)
        .query(
            (row, n) ->
                new ItemVersion(
                    item(row),
                    instant(row, "valid_until"),
                    row.getString("changed_by"),
                    row.getString("changed_why"),
                    row.getString("rfc")))
        .list();
  }

  @Override
  public void relate(Collection<ItemRelation> relations, long seq) {
    template.batchUpdate(
        """
        insert into itsm.item_relation (id, from_item, kind, to_item, valid_from, entered_by, rfc,
          seq)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        relations.stream()
            .map(
                one ->
                    new Object[] {
                      one.id(),
                      one.fromItem(),
                      one.kind(),
                      one.toItem(),
                      utc(one.from()),
                      one.enteredBy(),
                      one.change(),
                      seq
                    })
            .toList());
  }

  @Override
  public void end(Collection<ItemRelation> ended, long seq) {
    template.batchUpdate(
        "update itsm.item_relation set valid_until = ?, ended_by = ?, ended_why = ?, ended_rfc = ?,"
            + " seq = ? where id = ?",
        ended.stream()
            .map(
                one ->
                    new Object[] {
                      utc(one.until()),
                      one.endedBy(),
                      one.endedWhy(),
                      one.endedChange(),
                      seq,
                      one.id()
                    })
            .toList());
  }

  @Override
  public Optional<ItemRelation> relation(UUID id) {
    return jdbc.sql("select * from itsm.item_relation where id = ?")
        .param(id)
        .query(JdbcItemStore::relation)
        .optional();
  }

  @Override
  public List<ItemRelation> relationsOf(String item) {
    return relations(item, "", Map.of());
  }

  @Override
  public List<ItemRelation> relationsOf(String item, Instant at) {
    return relations(
        item,
        " and valid_from <= :at and (valid_until is null or valid_until > :at)",
        Map.of("at", utc(at)));
  }

  /** Two questions, one for each index. */
  private List<ItemRelation> relations(String item, String when, Map<String, Object> params) {
    return jdbc.sql(
            "select * from itsm.item_relation where from_item = :item"
                + when
                + " union all select * from itsm.item_relation where to_item = :item"
                + when
                + " order by valid_from, kind, from_item, to_item, id")
        .param("item", item)
        .params(params)
        .query(JdbcItemStore::relation)
        .list();
  }

  @Override
  public Words words() {
    return new Words(
        words("select distinct item_type from itsm.item_version"),
        words("select distinct status from itsm.item_version"),
        words("select distinct kind from itsm.item_relation"));
  }

  private void eachRow(String sql, RowCallbackHandler told) {
    template.query(sql, told);
  }

  private Set<String> words(String sql) {
    return new HashSet<>(jdbc.sql(sql).query(String.class).list());
  }

  private static Item item(ResultSet row) throws SQLException {
    return new Item(
        row.getString("item"),
        ItemLevel.valueOf(row.getString("item_level")),
        row.getString("item_type"),
        row.getString("name"),
        row.getString("description"),
        row.getString("designation"),
        row.getString("outcome"),
        Criticality.valueOf(row.getString("criticality")),
        row.getString("support_group"),
        row.getString("status"),
        row.getBoolean("is_asset"),
        texts(row.getString("attributes")),
        row.getLong("version"),
        instant(row, "valid_from"),
        row.getString("retired_why"));
  }

  private static ItemRelation relation(ResultSet row, int n) throws SQLException {
    return new ItemRelation(
        row.getObject("id", UUID.class),
        row.getString("from_item"),
        row.getString("kind"),
        row.getString("to_item"),
        instant(row, "valid_from"),
        instant(row, "valid_until"),
        row.getString("entered_by"),
        row.getString("rfc"),
        row.getString("ended_by"),
        row.getString("ended_why"),
        row.getString("ended_rfc"));
  }

  private static String json(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> texts(String json) {
    try {
      return json.equals("{}") ? Map.of() : JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
