package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.LedgerVerification.Misfit;
import org.itsmsuite.ledger.LedgerVerification.Result;
import org.itsmsuite.ledger.Personal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LedgerVerificationTest {

  private final TestDatabase database = TestDatabase.create();
  private final JdbcLedger ledger =
      new JdbcLedger(
          database.template(),
          database.transactions(),
          () -> new Actor("agent", Set.of()),
          Clock.fixed(Instant.parse("2026-04-27T09:00:00Z"), ZoneOffset.UTC),
          "test");

  @AfterEach
  void removeDatabase() {
    database.close();
  }

  private Result verify() {
    return JdbcLedgerVerification.run(database.jdbc());
  }

  @Test
  void ofAnEmptyLedgerFindsNothing() {
    assertThat(verify()).isEqualTo(new Result(true, 0, 0, 0, null));
  }

  @Test
  void readsMoreRecordsThanFitOnePage() {
    for (int n = 0; n < 201; n++) {
      ledger.write(Fact.of("R-" + n, "x.y"));
    }

    assertThat(verify()).isEqualTo(new Result(true, 201, 201, 0, null));
  }

  @Test
  void isNotMisledByFactsWrittenMeanwhile() throws Exception {
    var done = new AtomicBoolean();
    var writer = Executors.newSingleThreadExecutor();
    try {
      var writing =
          writer.submit(
              () -> {
                for (int n = 0; n < 300; n++) {
                  ledger.write(Fact.of("R-" + n % 7, "x.y").with("t", Personal.of("z")));
                }
                done.set(true);
              });
      do {
        assertThat(verify().misfit()).isNull();
      } while (!done.get() && !writing.isDone());
      writing.get();
    } finally {
      writer.shutdownNow();
    }
  }

  @Test
  void canBeSentAsJson() throws Exception {
    var result = new Result(false, 1, 2, 3, new Misfit("INC-000001", 2, "ledger.x", "Why."));

    assertThat(new ObjectMapper().writeValueAsString(result))
        .isEqualTo(
            "{\"intact\":false,\"records\":1,\"entries\":2,\"erasedValues\":3,\"misfit\":"
                + "{\"record\":\"INC-000001\",\"position\":2,\"key\":\"ledger.x\",\"detail\":\"Why.\"}}");
  }

  /** By somebody who may change tables and drops the guards first. */
  @Nested
  class AfterTampering {

    @BeforeEach
    void writeTwoChainsAndDropTheGuards() {
      for (var record : List.of("INC-000001", "INC-000002")) {
        ledger.write(Fact.of(record, "incident.reported").with("title", Personal.of("Printer")));
        ledger.write(Fact.of(record, "incident.prioritised").changed("priority", "P3", "P1"));
        ledger.write(Fact.of(record, "incident.closed"));
      }
      assertThat(verify().intact()).isTrue();
      for (var table : List.of("ledger_entry", "ledger_value", "ledger_head")) {
        if (database.isPostgres()) {
          sql("alter table itsm." + table + " disable trigger all");
        } else {
          sql("drop trigger itsm." + table + "_guard");
        }
      }
      if (!database.isPostgres()) {
        sql("set referential_integrity false");
      }
    }

    private void sql(String sql) {
      database.template().update(sql);
    }

    private void isFoundAt(String record, int position, String key) {
      var result = verify();
      assertThat(result.intact()).isFalse();
      assertThat(result.misfit())
          .extracting(Misfit::record, Misfit::position, Misfit::key)
          .containsExactly(record, position, key);
    }

    private static final String SECOND = " where record = 'INC-000002' and position = 2";

    @Test
    void ofTheTextAnEntryIsNamed() {
      sql("update itsm.ledger_entry set canonical = replace(canonical, 'P1', 'P2')" + SECOND);
      isFoundAt("INC-000002", 2, "ledger.entry-altered");
    }

    @Test
    void ofAColumnTheEntryIsNamed() {
      for (var change :
          List.of(
              "what = 'incident.cancelled'",
              "process = 'other:1'",
              "build = 'other'",
              "suite_actor = 'system'",
              "happened_at = timestamp with time zone '2026-04-27 08:00:00+00'")) {
        database
            .transaction()
            .executeWithoutResult(
                transaction -> {
                  sql("update itsm.ledger_entry set " + change + SECOND);
                  var seen =
                      JdbcLedgerVerification.run(
                          org.springframework.jdbc.core.simple.JdbcClient.create(
                              database.template()));
                  assertThat(seen.misfit()).as(change).isNotNull();
                  assertThat(seen.misfit().key()).isEqualTo("ledger.entry-altered");
                  assertThat(seen.misfit().position()).isEqualTo(2);
                  transaction.setRollbackOnly();
                });
      }
    }

    @Test
    void ofAnEntryAndItsHashTheNextOneIsNamed() {
      var text =
          database
              .jdbc()
              .sql("select canonical from itsm.ledger_entry" + SECOND)
              .query(String.class)
              .single()
              .replace("P1", "P2");
      database
          .jdbc()
          .sql("update itsm.ledger_entry set canonical = ?, hash = ?" + SECOND)
          .params(text, Sha256.of(text))
          .update();
      isFoundAt("INC-000002", 3, "ledger.chain-broken");
    }

    @Test
    void byRemovingAnEntryItsPositionIsNamed() {
      sql("delete from itsm.ledger_value" + SECOND);
      sql("delete from itsm.ledger_entry" + SECOND);
      isFoundAt("INC-000002", 2, "ledger.position-missing");
    }

    @Test
    void byCuttingOffTheTailItsFirstPositionIsNamed() {
      sql("delete from itsm.ledger_value where record = 'INC-000001' and position > 1");
      sql("delete from itsm.ledger_entry where record = 'INC-000001' and position > 1");
      isFoundAt("INC-000001", 2, "ledger.tail-missing");
    }

    @Test
    void byRemovingAWholeChainItsFirstPositionIsNamed() {
      sql("delete from itsm.ledger_value where record = 'INC-000001'");
      sql("delete from itsm.ledger_entry where record = 'INC-000001'");
      isFoundAt("INC-000001", 1, "ledger.tail-missing");
    }

    @Test
    void ofTheRememberedEndTheLastEntryIsNamed() {
      sql("update itsm.ledger_head set position = 2 where record = 'INC-000002'");
      isFoundAt("INC-000002", 3, "ledger.head-altered");
    }

    @Test
    void byRemovingTheRememberedEndTheChainIsNamed() {
      sql("delete from itsm.ledger_head where record = 'INC-000002'");
      isFoundAt("INC-000002", 1, "ledger.head-altered");
    }

    @Test
    void ofAPersonalValueItsEntryIsNamed() {
      sql(
          "update itsm.ledger_value set content = '\"Other\"'"
              + " where record = 'INC-000002' and path = '/after/title'");
      isFoundAt("INC-000002", 1, "ledger.value-altered");
    }

    @Test
    void ofTheSearchableAccountItsEntryIsNamed() {
      sql("update itsm.ledger_value set account = 'other'" + SECOND + " and path = '/actor'");
      isFoundAt("INC-000002", 2, "ledger.value-altered");
    }

    @Test
    void byHalfAnErasureItsEntryIsNamed() {
      sql("update itsm.ledger_value set salt = null" + SECOND + " and path = '/actor'");
      isFoundAt("INC-000002", 2, "ledger.value-altered");
    }

    @Test
    void byRemovingAValueItsEntryIsNamed() {
      sql("delete from itsm.ledger_value" + SECOND);
      isFoundAt("INC-000002", 2, "ledger.value-missing");
    }
  }
}
