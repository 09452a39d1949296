package org.itsmsuite.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.ledger.LedgerVerification.Misfit;
import org.itsmsuite.ledger.LedgerVerification.Result;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verifies the ledger of a database; needs nothing but the connection. */
public final class JdbcLedgerVerification {

  /** Chains read by one statement, so that memory holds no more than these. */
  private static final int CHAINS = 100;

  /**
   * The end of a chain comes from the statement that reads its entries: facts that others write
   * meanwhile are no misfits.
   */
  private static final String PAGE =
      "select h.position as head_position, h.hash as head_hash, "
          + EntryRows.COLUMNS
          + " from (select record, position, hash from itsm.ledger_head where record > ?"
          + " order by record fetch first "
          + CHAINS
          + " rows only) h"
          + " join itsm.ledger_entry e on e.record = h.record"
          + EntryRows.VALUES
          + "order by e.record, e.position, v.path";

  private static final String HEADS_WITHOUT_ENTRY =
      """
      select h.record, 1, 'ledger.tail-missing', 'The chain was written, but has no entry left.'
      from itsm.ledger_head h
      where not exists (select 1 from itsm.ledger_entry e where e.record = h.record)
      order by h.record fetch first 1 rows only
      """;

  private static final String ENTRIES_WITHOUT_HEAD =
      """
      select e.record, e.position, 'ledger.head-altered', 'The end of the chain is not remembered.'
      from itsm.ledger_entry e
      where not exists (select 1 from itsm.ledger_head h where h.record = e.record)
      order by e.record, e.position fetch first 1 rows only
      """;

  private record Head(int position, String hash) {}

  private final JdbcClient jdbc;
  private long records;
  private long entries;
  private long erased;
  private String record = "";
  private ChainCheck chain;
  private Head head;
  private Misfit misfit;

  private JdbcLedgerVerification(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Reads the whole ledger, {@value #CHAINS} records at a time, up to the first entry that does not
   * fit. Writers may go on meanwhile.
   *
   * @param jdbc may read the schema {@code itsm}; no more is needed, no Spring context either
   */
  public static Result run(JdbcClient jdbc) {
    UnitOfWork.flushAll();
    return new JdbcLedgerVerification(jdbc).verify();
  }

  private Result verify() {
    String after;
    do {
      after = record;
      jdbc.sql(PAGE).param(after).query(EntryRows.each(JdbcLedgerVerification::head, this::check));
      endChain();
    } while (misfit == null && !record.equals(after));
    if (misfit == null) {
      misfit = any(HEADS_WITHOUT_ENTRY).or(() -> any(ENTRIES_WITHOUT_HEAD)).orElse(null);
    }
    return new Result(misfit == null, records, entries, erased, misfit);
  }

  private void check(StoredEntry entry, Head itsHead) {
    if (misfit != null) {
      return;
    }
    if (!entry.record().equals(record)) {
      endChain();
      record = entry.record();
      chain = new ChainCheck(record);
      records++;
    }
    head = itsHead;
    entries++;
    erased += entry.values().values().stream().filter(ErasableValue::isErased).count();
    found(chain.next(entry));
  }

  private void endChain() {
    if (chain != null) {
      found(chain.end(head.position, head.hash));
      chain = null;
    }
  }

  private void found(Optional<Misfit> fault) {
    if (misfit == null) {
      misfit = fault.orElse(null);
    }
  }

  private Optional<Misfit> any(String sql) {
    return jdbc.sql(sql)
        .query(
            (row, n) ->
                new Misfit(row.getString(1), row.getInt(2), row.getString(3), row.getString(4)))
        .optional();
  }

  private static Head head(ResultSet row, int n) throws SQLException {
    return new Head(row.getInt("head_position"), row.getString("head_hash"));
  }
}
