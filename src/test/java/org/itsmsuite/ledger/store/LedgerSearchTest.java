package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerSearchTest {

  private final TestDatabase database = TestDatabase.create();
  private final HandSetClock clock = new HandSetClock(Instant.parse("2026-04-27T09:00:00Z"));
  private Actor actor = new Actor("agent", Set.of());
  private final JdbcLedger ledger =
      new JdbcLedger(database.template(), database.transactions(), () -> actor, clock, "test");

  private final Restrictions restrictions = RestrictionsInDatabase.of(database);
  private Actor reader = Actor.SYSTEM;

  @AfterEach
  void removeDatabase() {
    database.close();
  }

  private List<String> find(String record, String who, String from, String to) {
    var search = new JdbcLedgerSearch(database.jdbc(), restrictions);
    return search
        .find(
            reader,
            new LedgerQuery(
                record,
                who,
                from == null ? null : Instant.parse(from),
                to == null ? null : Instant.parse(to),
                0,
                50))
        .items()
        .stream()
        .map(LedgerEntry::what)
        .toList();
  }

  private void writeThree() {
    ledger.write(Fact.of("A", "a.first").with("text", Personal.of("x")));
    clock.set(Instant.parse("2026-04-27T10:00:00Z"));
    actor = Actor.SYSTEM;
    ledger.write(Fact.of("B", "b.second"));
    clock.set(Instant.parse("2026-04-27T11:00:00Z"));
    actor = new Actor("specialist", Set.of());
    ledger.write(Fact.of("A", "a.third"));
  }

  @Test
  void findsByRecordActorAndTimeNewestFirst() {
    writeThree();

    assertThat(find(null, null, null, null)).containsExactly("a.third", "b.second", "a.first");
    assertThat(find("A", null, null, null)).containsExactly("a.third", "a.first");
    assertThat(find(null, "agent", null, null)).containsExactly("a.first");
    assertThat(find(null, "system", null, null)).containsExactly("b.second");
    assertThat(find("A", "system", null, null)).isEmpty();
    assertThat(find(null, null, "2026-04-27T10:00:00Z", "2026-04-27T11:00:00Z"))
        .containsExactly("b.second");
  }

  @Test
  void findsNothingOfWhatTheReaderMayNotKnowOf() {
    writeThree();
    ledger.write(
        Fact.of("C", "c.linked").with("other", "INC-7").with("reason", Personal.of("As INC-7")));
    ledger.write(
        Fact.of("C", "c.told")
            .with("other", "INC-7")
            .with("count", 1)
            .with("reason", Personal.of("As INC-7")));
    ledger.write(Fact.of("C", "c.related").with("others", List.of("INC-7", "INC-8")));
    ledger.write(Fact.of("INC-7", "incident.reported").with("title", Personal.of("Payroll")));
    restrictions.restrict("A");
    restrictions.restrict("INC-7");
    reader = new Actor("admin", Set.of("camunda-admin"));

    assertThat(find(null, null, null, null)).containsExactly("c.related", "c.told", "b.second");
    assertThat(find("A", null, null, null)).isEmpty();
    assertThat(find(null, "agent", null, null)).isEmpty();
    var page =
        new JdbcLedgerSearch(database.jdbc(), restrictions)
            .find(reader, new LedgerQuery(null, null, null, null, 0, 1));
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items().get(0).after()).isEqualTo(Map.of("others", List.of("INC-8")));

    reader = new Actor("auditor", Set.of("auditors"));
    assertThat(find(null, null, null, null)).hasSize(7);
  }

  @Test
  void showsNoGapWhereAnEntryIsLeftOut() {
    ledger.write(Fact.of("C", "c.opened").with("count", 1));
    ledger.write(Fact.of("C", "c.linked").with("other", "INC-7"));
    ledger.write(Fact.of("C", "c.told").with("other", "INC-7").with("count", 1));
    restrictions.restrict("INC-7");
    var search = new JdbcLedgerSearch(database.jdbc(), restrictions);
    var query = new LedgerQuery("C", null, null, null, 0, 9);

    var shown = search.find(new Actor("admin", Set.of("camunda-admin")), query).items();
    assertThat(shown).extracting(LedgerEntry::position).containsExactly(2, 1);
    assertThat(shown).allMatch(entry -> entry.hash() == null && entry.previousHash() == null);
    assertThat(shown.get(0).after()).isEqualTo(Map.of("count", 1));

    var all = search.find(new Actor("auditor", Set.of("auditors")), query).items();
    assertThat(all).extracting(LedgerEntry::position).containsExactly(3, 2, 1);
    assertThat(all).allMatch(entry -> entry.hash() != null);
  }

  @Test
  void givesOnePageAndSaysHowManyThereAre() {
    writeThree();
    var search = new JdbcLedgerSearch(database.jdbc(), restrictions);

    var page = search.find(reader, new LedgerQuery(null, null, null, null, 1, 2));

    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items()).extracting(LedgerEntry::what).containsExactly("a.first");
    assertThat(page.items().get(0).after()).containsEntry("text", "x");
  }
}
