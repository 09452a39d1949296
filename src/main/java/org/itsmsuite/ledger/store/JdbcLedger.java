package org.itsmsuite.ledger.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger in the database. Writers of one record wait for each other's transaction on the row of
 * {@code ledger_head}; writers of different records never do.
 */
class JdbcLedger implements Ledger {

  private record Head(int position, String hash) {}

  private final JdbcTemplate batches;
  private final JdbcClient jdbc;
  private final CurrentUser user;
  private final Clock clock;
  private final String build;
  private final TransactionTemplate joined;
  private final TransactionTemplate savepoint;

  /**
   * @param transactions of the same data source; must know savepoints
   * @param build names the suite's build in every entry
   */
  JdbcLedger(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      CurrentUser user,
      Clock clock,
      String build) {
    this.batches = jdbc;
    this.jdbc = JdbcClient.create(jdbc);
    this.user = user;
    this.clock = clock;
    this.build = build;
    this.joined = new TransactionTemplate(transactions);
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  @Override
  public void write(Fact fact) {
    if (fact.record().isBlank()) {
      throw new IllegalArgumentException("A fact needs a record: " + fact.what());
    }
    joined.executeWithoutResult(transaction -> append(fact, user.actor()));
  }

  private void append(Fact fact, Actor actor) {
    // Databases keep microseconds; finer times would come back as another text than was hashed.
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var head = lockHead(fact.record());
    if (head.isEmpty()) {
      var first = SealedFact.of(fact, actor, at, build, 1, null);
      if (openChain(first)) {
        insert(first);
        return;
      }
      head = lockHead(fact.record());
    }
    var last = head.orElseThrow();
    var next = SealedFact.of(fact, actor, at, build, last.position + 1, last.hash);
    jdbc.sql("update itsm.ledger_head set position = ?, hash = ? where record = ?")
        .params(next.position(), next.hash(), fact.record())
        .update();
    insert(next);
  }

  private Optional<Head> lockHead(String record) {
    return jdbc.sql("select position, hash from itsm.ledger_head where record = ? for update")
        .param(record)
        .query((row, n) -> new Head(row.getInt(1), row.getString(2)))
        .optional();
  }

  /** False if another writer was first; a savepoint keeps the caller's transaction usable then. */
  private boolean openChain(SealedFact first) {
    try {
      savepoint.executeWithoutResult(
          nested ->
              jdbc.sql("insert into itsm.ledger_head (record, position, hash) values (?, ?, ?)")
                  .params(first.fact().record(), first.position(), first.hash())
                  .update());
      return true;
    } catch (DuplicateKeyException otherWasFirst) {
      return false;
    }
  }

  private void insert(SealedFact entry) {
    var fact = entry.fact();
    jdbc.sql(
            """
            insert into itsm.ledger_entry (record, position, happened_at, suite_actor, build, process,
              what, previous_hash, hash, canonical) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            fact.record(),
            entry.position(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.suiteActor(),
            entry.build(),
            fact.process(),
            fact.what(),
            entry.previousHash(),
            entry.hash(),
            entry.canonical())
        .update();
    var rows =
        entry.values().stream()
            .map(
                value ->
                    new Object[] {
                      fact.record(),
                      entry.position(),
                      value.path(),
                      value.salt(),
                      value.content(),
                      value.account()
                    })
            .toList();
    if (!rows.isEmpty()) {
      batches.batchUpdate(
          """
          insert into itsm.ledger_value (record, position, path, salt, content, account)
          values (?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }

  @Override
  public List<LedgerEntry> of(String record) {
    var entries = new ArrayList<LedgerEntry>();
    jdbc.sql(
            "select "
                + EntryRows.COLUMNS
                + " from itsm.ledger_entry e"
                + EntryRows.VALUES
                + "where e.record = ? order by e.position, v.path")
        .param(record)
        .query(EntryRows.each(entry -> entries.add(entry.revealed())));
    return entries;
  }
}
