package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.ledger.LedgerQuery;
import org.itsmsuite.ledger.Personal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class LedgerTest {

  private static final Instant NINE = Instant.parse("2026-04-27T09:00:00.123456789Z");

  private final TestDatabase database = TestDatabase.create();
  private Actor actor = new Actor("agent", Set.of("service-desk"));
  private Instant now = NINE;
  private final JdbcLedger ledger = ledger();

  private JdbcLedger ledger() {
    var clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }
        };
    return new JdbcLedger(
        database.template(), database.transactions(), () -> actor, clock, "1.0 of a test");
  }

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
              .with("tenth", new java.math.BigDecimal("0.1"))
              .with("exact", new java.math.BigDecimal("0.12345678901234567890123"))
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

  @Nested
  class ManyWriters {

    /** Each thread writes its facts as soon as all are there. */
    private void write(int threads, int facts, String record) throws Exception {
      var start = new CyclicBarrier(threads);
      var pool = Executors.newFixedThreadPool(threads);
      try {
        var writers =
            IntStream.range(0, threads)
                .mapToObj(
                    thread ->
                        pool.submit(
                            () -> {
                              start.await();
                              for (int n = 0; n < facts; n++) {
                                ledger.write(Fact.of(record, "x.y").with("n", n));
                              }
                              return null;
                            }))
                .toList();
        for (var writer : writers) {
          writer.get(60, TimeUnit.SECONDS);
        }
      } finally {
        pool.shutdownNow();
      }
    }

    @Test
    void ofOneRecordLeaveNoGapAndNeitherFails() throws Exception {
      write(2, 50, "INC-000001");

      assertThat(ledger.of("INC-000001"))
          .extracting(LedgerEntry::position)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
      assertThat(JdbcLedgerVerification.run(database.jdbc()).intact()).isTrue();
    }

    @Test
    void ofANewRecordNeitherFail() throws Exception {
      for (int record = 0; record < 30; record++) {
        write(2, 1, "NEW-" + record);
      }

      var result = JdbcLedgerVerification.run(database.jdbc());
      assertThat(result.intact()).isTrue();
      assertThat(result.entries()).isEqualTo(60);
    }

    @Test
    void ofDifferentRecordsDoNotWaitForEachOther() throws Exception {
      var other = Executors.newSingleThreadExecutor();
      try {
        database
            .transaction()
            .executeWithoutResult(
                open -> {
                  ledger.write(Fact.of("INC-000001", "x.y"));
                  var second = other.submit(() -> ledger.write(Fact.of("INC-000002", "x.y")));
                  assertThat(second).succeedsWithin(Duration.ofSeconds(10));
                });
      } finally {
        other.shutdownNow();
      }
    }
  }

  @Nested
  class ASearch {

    private List<String> find(String record, String who, String from, String to) {
      var search = new JdbcLedgerSearch(database.jdbc());
      return search
          .find(
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
      now = Instant.parse("2026-04-27T09:00:00Z");
      ledger.write(Fact.of("A", "a.first").with("text", Personal.of("x")));
      now = Instant.parse("2026-04-27T10:00:00Z");
      actor = Actor.SYSTEM;
      ledger.write(Fact.of("B", "b.second"));
      now = Instant.parse("2026-04-27T11:00:00Z");
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
    void givesOnePageAndSaysHowManyThereAre() {
      writeThree();
      var search = new JdbcLedgerSearch(database.jdbc());

      var page = search.find(new LedgerQuery(null, null, null, null, 1, 2));

      assertThat(page.total()).isEqualTo(3);
      assertThat(page.items()).extracting(LedgerEntry::what).containsExactly("a.first");
      assertThat(page.items().get(0).after()).containsEntry("text", "x");
    }
  }
}
