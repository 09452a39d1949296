package org.itsmsuite.ledger.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.itsmsuite.database.InsertOnce;
import org.itsmsuite.ledger.Links;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts facts at the ends of their records' chains. */
class Chains {

  private record Head(int position, String hash) {

    private static final Head NONE = new Head(0, null);
  }

  private final JdbcTemplate jdbc;
  private final InsertOnce heads;

  Chains(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
    this.heads =
        new InsertOnce(
            jdbc, "insert into itsm.ledger_head (record, position, hash) values (?, ?, ?)");
  }

  /** In a transaction, which holds the chains' ends until it is over. */
  void append(List<LooseFact> facts) {
    // By name, so that two transactions with the same records cannot wait for each other in a
    // circle.
    Map<String, List<LooseFact>> byRecord =
        facts.stream()
            .collect(
                Collectors.groupingBy(
                    loose -> loose.fact().record(), TreeMap::new, Collectors.toList()));
    List<SealedFact> entries = new ArrayList<>();
    List<SealedFact> moves = new ArrayList<>();
    byRecord.forEach(
        (record, loose) -> {
          Head head = lock(record);
          if (head == null) {
            List<SealedFact> first = sealed(loose, Head.NONE);
            if (open(record, first.get(first.size() - 1))) {
              entries.addAll(first);
              return;
            }
            head = lock(record);
          }
          List<SealedFact> next = sealed(loose, head);
          entries.addAll(next);
          moves.addAll(next);
        });
    write(entries, moves);
  }

  private Head lock(String record) {
    return jdbc
        .query(
            "select position, hash from itsm.ledger_head where record = ? for update",
            (row, n) -> new Head(row.getInt(1), row.getString(2)),
            record)
        .stream()
        .findFirst()
        .orElse(null);
  }

  private static List<SealedFact> sealed(List<LooseFact> loose, Head head) {
    List<SealedFact> sealed = new ArrayList<>();
    int position = head.position;
    String hash = head.hash;
    for (LooseFact fact : loose) {
      SealedFact next = fact.sealed(++position, hash);
      hash = next.hash();
      sealed.add(next);
    }
    return sealed;
  }

  /** False if another writer was first. */
  private boolean open(String record, SealedFact last) {
    return heads.insert(new Object[] {record, last.position(), last.hash()});
  }

  private void write(List<SealedFact> entries, List<SealedFact> moves) {
    batch(
        """
        insert into itsm.ledger_entry (record, position, happened_at, suite_actor, build, process,
          what, previous_hash, hash, canonical) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        entries.stream().map(Chains::row).toList());
    batch(
        """
        insert into itsm.ledger_value (record, position, path, salt, content, account)
        values (?, ?, ?, ?, ?, ?)
        """,
        entries.stream()
            .flatMap(entry -> entry.values().stream().map(v -> row(entry, v)))
            .toList());
    batch(
        "insert into itsm.ledger_link (record, position, other) values (?, ?, ?)",
        entries.stream()
            .flatMap(
                entry ->
                    Links.ends(entry.fact().before(), entry.fact().after()).stream()
                        .map(end -> new Object[] {entry.fact().record(), entry.position(), end}))
            .toList());
    // One step each: the database refuses an end that jumps.
    batch(
        "update itsm.ledger_head set position = ?, hash = ? where record = ?",
        moves.stream()
            .map(to -> new Object[] {to.position(), to.hash(), to.fact().record()})
            .toList());
  }

  private void batch(String sql, List<Object[]> rows) {
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(sql, rows);
    }
  }

  private static Object[] row(SealedFact entry) {
    return new Object[] {
      entry.fact().record(),
      entry.position(),
      entry.at().atOffset(ZoneOffset.UTC),
      entry.suiteActor(),
      entry.build(),
      entry.fact().process(),
      entry.fact().what(),
      entry.previousHash(),
      entry.hash(),
      entry.canonical()
    };
  }

  private static Object[] row(SealedFact entry, ErasableValue value) {
    return new Object[] {
      entry.fact().record(),
      entry.position(),
      value.path(),
      value.salt(),
      value.content(),
      value.account()
    };
  }
}
