package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.Personal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class LedgerTest {

  private static final Instant NINE = Instant.parse("2026-04-27T09:00:00.123456789Z");

  private final TestDatabase database = TestDatabase.create();
  private final JdbcLedger ledger =
      new JdbcLedger(
          database.template(),
          database.transactions(),
          () -> new Actor("agent", Set.of("service-desk")),
          new HandSetClock(NINE),
          "1.0 of a test");

  @AfterEach
  void removeDatabase() {
    database.close();
  }

  private LedgerEntry only(String record) {
    assertThat(ledger.of(record)).hasSize(1);
    return ledger.of(record).get(0);
  }

  private void erase(String record, String path) {
    database
        .jdbc()
        .sql(
            "update itsm.ledger_value set salt = null, content = null, account = null"
                + " where record = ? and path = ?")
        .params(record, path)
        .update();
  }

  private String allCanonicalText() {
    return String.join(
        "\n",
        database.jdbc().sql("select canonical from itsm.ledger_entry").query(String.class).list());
  }

  @Nested
  class AFact {

    @Test
    void tellsWhoWhenWhatBeforeAndAfterInTheBuildAndProcessThatCausedIt() {
      ledger.write(
          Fact.of("INC-000001", "incident.prioritised")
              .in("incident-triage:3")
              .changed("priority", "P3", "P1")
              .with("due", Duration.ofHours(4)));

      var entry = only("INC-000001");
      assertThat(entry.actor()).isEqualTo("agent");
      assertThat(entry.at()).isEqualTo("2026-04-27T09:00:00.123456Z");
      assertThat(entry.what()).isEqualTo("incident.prioritised");
      assertThat(entry.process()).isEqualTo("incident-triage:3");
      assertThat(entry.build()).isEqualTo("1.0 of a test");
      assertThat(entry.before()).isEqualTo(Map.of("priority", "P3"));
      assertThat(entry.after()).isEqualTo(Map.of("priority", "P1", "due", "PT4H"));
      assertThat(entry.position()).isEqualTo(1);
      assertThat(entry.previousHash()).isNull();
      assertThat(entry.hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void followsTheFactBeforeItInTheChainOfItsRecordOnly() {
      ledger.write(Fact.of("INC-000001", "incident.reported"));
      ledger.write(Fact.of("INC-000002", "incident.reported"));
      ledger.write(Fact.of("INC-000001", "incident.routed"));

      var chain = ledger.of("INC-000001");
      assertThat(chain).extracting(LedgerEntry::position).containsExactly(1, 2);
      assertThat(chain.get(1).previousHash()).isEqualTo(chain.get(0).hash());
      assertThat(only("INC-000002").previousHash()).isNull();
    }

    @Test
    void isRolledBackWithTheStepThatItTellsOf() {
      database
          .transaction()
          .executeWithoutResult(
              transaction -> {
                ledger.write(Fact.of("INC-000001", "incident.reported"));
                transaction.setRollbackOnly();
              });
      ledger.write(Fact.of("INC-000001", "incident.reported"));

      assertThat(only("INC-000001").position()).isEqualTo(1);
    }

    @Test
    void keepsNumbersThatJsonWouldRoundAsText() {
      ledger.write(
          Fact.of("INC-000001", "x.y")
              .with("long", 9007199254740993L)
              .with("tenth", new BigDecimal("0.1"))
              .with("exact", new BigDecimal("0.12345678901234567890123"))
              .with("one", 1));

      assertThat(only("INC-000001").after())
          .isEqualTo(
              Map.of(
                  "long",
                  "9007199254740993",
                  "tenth",
                  0.1,
                  "exact",
                  "0.12345678901234567890123",
                  "one",
                  1));
    }

    @Test
    void isRefusedIfItHoldsWhatIsNoJson() {
      assertThatThrownBy(() -> ledger.write(Fact.of("R", "x.y").with("stream", new Object())))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("/after/stream");
    }

    @Test
    void mayHoldAnyText() {
      var text = "<script>\u0000\u0007 \ud83d\ude00 \ud83d \" \\ \u2028";
      ledger.write(Fact.of("INC-000001", "x.y").with("plain", text).with("own", Personal.of(text)));

      var shown = text.replace("\ud83d ", "\ufffd ");
      assertThat(only("INC-000001").after()).isEqualTo(Map.of("plain", shown, "own", shown));
      assertThat(JdbcLedgerVerification.run(database.jdbc()).intact()).isTrue();
    }
  }

  @Nested
  class PersonalValues {

    private void report() {
      ledger.write(
          Fact.of("INC-000001", "incident.reported")
              .with("title", Personal.of("Ms Miller cannot print"))
              .with("contact", Map.of("mail/~", Personal.of("miller@example.org"), "kind", "mail"))
              .with("notes", List.of("plain", Personal.of(Map.of("from", "Miller")))));
    }

    @Test
    void areShownButStandInTheChainAsCommitmentsOnly() {
      report();

      assertThat(only("INC-000001").after())
          .isEqualTo(
              Map.of(
                  "title",
                  "Ms Miller cannot print",
                  "contact",
                  Map.of("mail/~", "miller@example.org", "kind", "mail"),
                  "notes",
                  List.of("plain", Map.of("from", "Miller"))));
      assertThat(allCanonicalText()).doesNotContainIgnoringCase("miller").doesNotContain("agent");
    }

    @Test
    void canBeErasedWithoutBreakingTheChain() {
      report();
      erase("INC-000001", "/after/title");
      erase("INC-000001", "/after/contact/mail~1~0");
      erase("INC-000001", "/actor");

      var entry = only("INC-000001");
      assertThat(entry.after())
          .containsEntry("title", "(erased)")
          .containsEntry("contact", Map.of("mail/~", "(erased)", "kind", "mail"));
      assertThat(entry.actor()).isEqualTo("(erased)");
      var result = JdbcLedgerVerification.run(database.jdbc());
      assertThat(result.intact()).isTrue();
      assertThat(result.erasedValues()).isEqualTo(3);
    }

    @Test
    void ofTheSameTextHaveDifferentCommitments() {
      report();
      report();

      var commitments =
          database
              .jdbc()
              .sql("select canonical from itsm.ledger_entry")
              .query(String.class)
              .list()
              .stream()
              .map(text -> text.replaceAll(".*\"title\":(\\{[^}]*}).*", "$1"))
              .toList();
      assertThat(commitments).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void thatAreNullAreNotHidden() {
      ledger.write(Fact.of("INC-000001", "x.y").with("title", Personal.of(null)));

      assertThat(only("INC-000001").after()).containsEntry("title", null);
    }

    @Test
    void cannotBeFeignedByAFieldOfTheSameName() {
      ledger.write(Fact.of("INC-000001", "x.y").with("form", Map.of("$commitment", "x", "$$", 1)));
      ledger.write(Fact.of("INC-000001", "x.y").with("form", Map.of("$commitment", "x")));

      assertThat(ledger.of("INC-000001").get(0).after())
          .containsEntry("form", Map.of("$commitment", "x", "$$", 1));
      assertThat(ledger.of("INC-000001").get(1).after())
          .containsEntry("form", Map.of("$commitment", "x"));
      assertThat(JdbcLedgerVerification.run(database.jdbc()).intact()).isTrue();
    }
  }

  @Nested
  class TheDatabase {

    private void refuses(String sql) {
      assertThatThrownBy(() -> database.template().update(sql))
          .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesToChangeOrDeleteWhatWasWritten() {
      ledger.write(Fact.of("INC-000001", "x.y").with("title", Personal.of("Printer")));

      refuses("update itsm.ledger_entry set what = 'x.z'");
      refuses("delete from itsm.ledger_entry");
      refuses("truncate table itsm.ledger_entry");
      refuses("delete from itsm.ledger_value");
      refuses("update itsm.ledger_value set content = '\"Other\"' where path = '/after/title'");
      refuses("update itsm.ledger_value set content = null where path = '/after/title'");
      refuses("update itsm.ledger_value set path = '/x', salt = null, content = null");
      refuses("delete from itsm.ledger_head");
      refuses("update itsm.ledger_head set position = 7");
      refuses("truncate table itsm.ledger_head");
      assertThat(only("INC-000001").after()).containsEntry("title", "Printer");
    }
  }
}
