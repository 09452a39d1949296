package org.itsmsuite.ledger.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.KnownEntries;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerExtent;
import org.itsmsuite.ledger.LedgerPage;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.LedgerSearch;
import org.itsmsuite.restriction.KnownRecords;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Filters, sorts and pages in the database. Where entries are left out because they link to hidden
 * records, neither counts nor positions nor hashes tell that something is missing.
 */
class JdbcLedgerSearch implements LedgerSearch, LedgerExtent {

  private final JdbcClient jdbc;
  private final Restrictions restrictions;

  JdbcLedgerSearch(JdbcClient jdbc, Restrictions restrictions) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
  }

  @Override
  public LedgerPage find(Actor reader, LedgerQuery query) {
    UnitOfWork.flushAll();
    var params = new HashMap<String, Object>();
    var links = restrictions.known(reader, "l.other");
    boolean knowsAll = links.equals(KnownRecords.ALL);
    var where = where(query, params) + shown(reader, links, params);
    var total =
        jdbc.sql("select count(*) from itsm.ledger_entry e" + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("offset", (long) query.page() * query.size());
    params.put("size", query.size());
    var items = new ArrayList<LedgerEntry>();
    jdbc.sql(
            "select "
                + EntryRows.COLUMNS
                + " from (select e.* from itsm.ledger_entry e"
                + where
                + " order by e.happened_at desc, e.id desc"
                + " offset :offset rows fetch next :size rows only) e"
                + EntryRows.VALUES
                + "order by e.happened_at desc, e.id desc, v.path")
        .params(params)
        .query(EntryRows.each(entry -> items.add(entry.revealed())));
    var shown = knowsAll ? items : seamless(items, links);
    return new LedgerPage(
        KnownEntries.withoutHidden(shown, numbers -> restrictions.hidden(reader, numbers)),
        query.page(),
        query.size(),
        total);
  }

  /** Keeps out entries e of hidden records, and those that tell of links to such only. */
  private String shown(Actor reader, KnownRecords links, Map<String, Object> params) {
    var known = restrictions.known(reader, "e.record");
    params.putAll(known.params());
    return " and "
        + known.sql()
        + (links.equals(KnownRecords.ALL) ? "" : " and not " + aboutHidden(links));
  }

  @Override
  public Extent of(Actor reader) {
    UnitOfWork.flushAll();
    var params = new HashMap<String, Object>();
    var where = " where 1 = 1" + shown(reader, restrictions.known(reader, "l.other"), params);
    long erased =
        jdbc.sql(
                "select count(*) from itsm.ledger_entry e join itsm.ledger_value v"
                    + " on v.record = e.record and v.position = e.position and v.salt is null and v.content is null"
                    + where)
            .params(params)
            .query(Long.class)
            .single();
    return jdbc.sql(
            "select count(distinct e.record) as records, count(*) as entries from itsm.ledger_entry e"
                + where)
        .params(params)
        .query((row, n) -> new Extent(row.getLong("records"), row.getLong("entries"), erased))
        .single();
  }

  /** Whether an entry e tells of links to hidden records only. */
  private static String aboutHidden(KnownRecords known) {
    return """
        (exists (
          select 1 from itsm.ledger_link l where l.record = e.record and l.position = e.position)
        and not exists (
          select 1 from itsm.ledger_link l
          where l.record = e.record and l.position = e.position and %s))
        """
        .formatted(known.sql());
  }

  /** Counted among what the reader sees; hashes would show that the chain goes another way. */
  private List<LedgerEntry> seamless(List<LedgerEntry> entries, KnownRecords known) {
    if (entries.isEmpty()) {
      return entries;
    }
    var missing = new HashMap<String, List<Integer>>();
    jdbc.sql(
            """
            select l.record, l.position from itsm.ledger_link l where l.record in (:shown)
            group by l.record, l.position
            having count(case when %s then 1 end) = 0
            """
                .formatted(known.sql()))
        .param("shown", entries.stream().map(LedgerEntry::record).distinct().toList())
        .params(known.params())
        .query(
            row -> {
              missing
                  .computeIfAbsent(row.getString("record"), record -> new ArrayList<>())
                  .add(row.getInt("position"));
            });
    return entries.stream().map(entry -> seamless(entry, missing)).toList();
  }

  private static LedgerEntry seamless(LedgerEntry entry, Map<String, List<Integer>> missing) {
    long before =
        missing.getOrDefault(entry.record(), List.of()).stream()
            .filter(position -> position < entry.position())
            .count();
    return entry.unchained((int) (entry.position() - before));
  }

  private static String where(LedgerQuery query, Map<String, Object> params) {
    var where = new StringBuilder(" where 1 = 1");
    if (query.record() != null) {
      where.append(" and e.record = :record");
      params.put("record", query.record());
    }
    if (query.actor() != null) {
      where.append(byActor(query.actor()));
      params.put("actor", query.actor());
    }
    if (query.from() != null) {
      where.append(" and e.happened_at >= :from");
      params.put("from", query.from().atOffset(ZoneOffset.UTC));
    }
    if (query.to() != null) {
      where.append(" and e.happened_at < :to");
      params.put("to", query.to().atOffset(ZoneOffset.UTC));
    }
    return where.toString();
  }

  /**
   * People's names stand with the values that can be erased, their pseudonyms beside; the suite's
   * own in the entry.
   */
  private static String byActor(String actor) {
    return Actor.SYSTEM.id().equals(actor)
        ? " and e.suite_actor = :actor"
        : " and (" + acted("ledger_value") + " or " + acted("ledger_pseudonym") + ")";
  }

  private static String acted(String table) {
    return "exists (select 1 from itsm."
        + table
        + " a where a.record = e.record and a.position = e.position and a.account = :actor)";
  }
}
