package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerErasure;
import org.itsmsuite.ledger.Personal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** With {@code TEST_PG_URL} set, on PostgreSQL. */
class LedgerErasureTest {

  private static final String NUMBER = "INC-000001";
  private static final String PSEUDONYM = "former-user-0a1b2c3d";

  private final TestDatabase database = TestDatabase.create();
  private Actor actor = new Actor("goes", Set.of());
  private final Ledger ledger =
      new JdbcLedger(
          database.template(),
          database.transactions(),
          () -> actor,
          Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC),
          "test");
  private final LedgerErasure erasure = new JdbcLedgerErasure(database.jdbc());

  @AfterEach
  void close() {
    database.close();
  }

  private void write(Fact fact) {
    ledger.write(fact);
  }

  private long erase() {
    return database.transaction().execute(status -> erasure.erase("goes", PSEUDONYM));
  }

  private LedgerEntry last() {
    List<LedgerEntry> all = ledger.of(NUMBER);
    return all.get(all.size() - 1);
  }

  @Test
  void aPseudonymStandsWhereTheNameStood() {
    write(
        Fact.of(NUMBER, "incident.taken")
            .changed("assignee", Personal.of("goes"), Personal.of("stays"))
            .with("recipients", Personal.of(List.of("user:goes", "group:service-desk")))
            .with("details", Personal.of(Map.of("manager", "goes"))));

    assertThat(erasure.count("goes")).isEqualTo(4);
    assertThat(erase()).isEqualTo(4);

    assertThat(last().actor()).isEqualTo(PSEUDONYM);
    assertThat(last().before()).containsEntry("assignee", PSEUDONYM);
    assertThat(last().after())
        .containsEntry("assignee", "stays")
        .containsEntry("recipients", List.of("user:" + PSEUDONYM, "group:service-desk"))
        .containsEntry("details", Map.of("manager", PSEUDONYM));
    assertThat(erasure.count("goes")).isZero();
  }

  @Test
  void theChainStaysAsItWas() {
    write(Fact.of(NUMBER, "incident.taken").with("assignee", Personal.of("goes")));
    String hash = last().hash();
    erase();
    write(Fact.of(NUMBER, "incident.closed"));

    var result = JdbcLedgerVerification.run(database.jdbc());
    assertThat(result.intact()).as("%s", result.misfit()).isTrue();
    assertThat(result.erasedValues()).isEqualTo(2);
    assertThat(ledger.of(NUMBER).get(0).hash()).isEqualTo(hash);
  }

  @Test
  void whoIsNamedLikeItIsNotIt() {
    actor = new Actor("goes-not", Set.of());
    write(
        Fact.of(NUMBER, "incident.taken")
            .with("assignee", Personal.of("goes-not"))
            .with("reason", Personal.of("Nobody goes \"goes\" here"))
            .with("like", Personal.of("g_es")));
    assertThat(erase()).isZero();
    assertThat(last().actor()).isEqualTo("goes-not");
    assertThat(erasure.count("g_es")).isEqualTo(1);
  }

  @Test
  void freeTextIsFoundForAPersonToRead() {
    write(Fact.of(NUMBER, "incident.cancelled").with("reason", Personal.of("Ask Goes at home")));
    assertThat(erasure.mentions("goes at", 10))
        .containsExactly(new LedgerErasure.Mention(NUMBER, 1, "/after/reason"));
  }

  @Test
  void whatStandsInTheEntryItselfIsCountedAndStays() {
    write(Fact.of(NUMBER, "escalation.acted").with("recipients", List.of("user:goes")));
    assertThat(erasure.countUnerasable("goes")).isEqualTo(1);
    erase();
    assertThat(last().after()).containsEntry("recipients", List.of("user:goes"));
  }

  @Test
  void whatIsShownInsteadIsWrittenOnce() {
    write(Fact.of(NUMBER, "incident.taken").with("assignee", Personal.of("goes")));
    erase();
    assertThatThrownBy(
            () ->
                database.jdbc().sql("update itsm.ledger_pseudonym set content = '\"x\"'").update())
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> database.jdbc().sql("delete from itsm.ledger_pseudonym").update())
        .hasMessageContaining("append-only");
  }
}
