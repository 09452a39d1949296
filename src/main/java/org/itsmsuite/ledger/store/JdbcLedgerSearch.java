package org.itsmsuite.ledger.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.KnownEntries;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerPage;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.LedgerSearch;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Filters, sorts and pages in the database. */
class JdbcLedgerSearch implements LedgerSearch {

  private final JdbcClient jdbc;
  private final Restrictions restrictions;

  JdbcLedgerSearch(JdbcClient jdbc, Restrictions restrictions) {
    this.jdbc = jdbc;
    this.restrictions = restrictions;
  }

  @Override
  public LedgerPage find(Actor reader, LedgerQuery query) {
    UnitOfWork.flushAll();
    var known = restrictions.known(reader, "e.record");
    var params = new HashMap<String, Object>(known.params());
    var where = where(query, params) + " and " + known.sql();
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
    return new LedgerPage(
        KnownEntries.to(reader, items, restrictions), query.page(), query.size(), total);
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
