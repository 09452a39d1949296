package org.itsmsuite.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.LedgerEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerWritersTest {

  private final TestDatabase database = TestDatabase.create();
  private final JdbcLedger ledger =
      new JdbcLedger(
          database.template(),
          database.transactions(),
          () -> new Actor("agent", Set.of()),
          Clock.systemUTC(),
          "test");

  @AfterEach
  void removeDatabase() {
    database.close();
  }

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
