package org.itsmsuite.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.itsmsuite.identity.Actor;
import org.junit.jupiter.api.Test;

class InMemoryLedgerTest {

  private final InMemoryLedger ledger =
      new InMemoryLedger(
          () -> Actor.SYSTEM, Clock.fixed(Instant.parse("2026-04-27T09:00:00Z"), ZoneOffset.UTC));

  @Test
  void givesTheFactsOfARecordInTheirOrderWithPersonalValuesOpen() {
    ledger.write(Fact.of("A", "a.first").with("title", Personal.of("Printer")));
    ledger.write(Fact.of("B", "b.first"));
    ledger.write(Fact.of("A", "a.second"));

    assertThat(ledger.of("A"))
        .extracting(LedgerEntry::what, LedgerEntry::position, LedgerEntry::actor)
        .containsExactly(tuple("a.first", 1, "system"), tuple("a.second", 2, "system"));
    assertThat(ledger.of("A").get(0).after()).isEqualTo(Map.of("title", "Printer"));
    assertThat(ledger.facts())
        .extracting(Fact::what)
        .containsExactly("a.first", "b.first", "a.second");
  }

  @Test
  void isEmptyAfterItWasCleared() {
    ledger.write(Fact.of("A", "a.first"));
    ledger.clear();

    assertThat(ledger.of("A")).isEmpty();
    assertThat(ledger.facts()).isEmpty();
  }
}
