package org.itsmsuite.ledger.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger in the database. A transaction's facts are chained and written together, before it
 * commits. Writers of one record wait for each other's transaction on the row of {@code
 * ledger_head}, in the order of the records' names; writers of different records never do.
 */
class JdbcLedger implements Ledger {

  private final JdbcTemplate jdbc;
  private final CurrentUser user;
  private final Clock clock;
  private final String build;
  private final TransactionTemplate joined;
  private final Chains chains;

  /**
   * @param transactions of the same data source
   * @param build names the suite's build in every entry
   */
  JdbcLedger(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      CurrentUser user,
      Clock clock,
      String build) {
    this.jdbc = jdbc;
    this.user = user;
    this.clock = clock;
    this.build = build;
    this.joined = new TransactionTemplate(transactions);
    this.chains = new Chains(jdbc);
  }

  @Override
  public void write(Fact fact) {
    if (fact.record().isBlank()) {
      throw new IllegalArgumentException("A fact needs a record: " + fact.what());
    }
    // Databases keep microseconds; finer times would come back as another text than was hashed.
    var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var loose = new LooseFact(fact, user.actor(), at, build);
    joined.executeWithoutResult(
        transaction ->
            UnitOfWork.part(this, Held::new)
                .ifPresentOrElse(
                    held -> held.facts.add(loose), () -> chains.append(List.of(loose))));
  }

  /** What the running transaction has to tell, in order. */
  private final class Held implements UnitOfWork.Part {

    private final List<LooseFact> facts = new ArrayList<>();

    @Override
    public void flush() {
      if (!facts.isEmpty()) {
        var all = List.copyOf(facts);
        facts.clear();
        chains.append(all);
      }
    }

    /** Nobody else reads the ledger's tables; so its ends are held for the last moment only. */
    @Override
    public boolean isReadByOthers() {
      return false;
    }
  }

  @Override
  public List<LedgerEntry> of(String record) {
    UnitOfWork.flushAll();
    var entries = new ArrayList<LedgerEntry>();
    JdbcClient.create(jdbc)
        .sql(
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
