package org.itsmsuite.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class UnitOfWorkTest {

  private static final TestDatabase DATABASE = TestDatabase.create();

  private final JdbcTemplate jdbc = DATABASE.template();
  private final TransactionTemplate transaction = new TransactionTemplate(DATABASE.transactions());
  private final TransactionTemplate nested = with(TransactionDefinition.PROPAGATION_NESTED);
  private final TransactionTemplate other = with(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

  private TransactionTemplate with(int propagation) {
    var template = new TransactionTemplate(transaction.getTransactionManager());
    template.setPropagationBehavior(propagation);
    return template;
  }

  @BeforeEach
  void emptyTable() {
    jdbc.execute("drop table if exists word");
    jdbc.execute("create table word (text varchar(20))");
  }

  @AfterAll
  static void drop() {
    DATABASE.close();
  }

  /** A store that holds words back. */
  private final class Words implements UnitOfWork.Part {

    private final List<String> held = new ArrayList<>();

    @Override
    public void flush() {
      held.forEach(word -> jdbc.update("insert into word values (?)", word));
      held.clear();
    }
  }

  private void keep(String word) {
    UnitOfWork.part(this, Words::new).orElseThrow().held.add(word);
  }

  private List<String> stored() {
    return jdbc.queryForList("select text from word order by text", String.class);
  }

  private List<String> storedByNow() {
    return UnitOfWork.quietly(this::stored);
  }

  @Test
  void whatIsHeldBackIsWrittenWithTheCommit() {
    transaction.executeWithoutResult(
        running -> {
          keep("a");
          keep("b");
          assertThat(storedByNow()).isEmpty();
        });
    assertThat(stored()).containsExactly("a", "b");
  }

  @Test
  void anybodyElsesStatementFindsIt() {
    transaction.executeWithoutResult(
        running -> {
          keep("a");
          assertThat(stored()).containsExactly("a");
          keep("b");
        });
    assertThat(stored()).containsExactly("a", "b");
  }

  @Test
  void whatOnlyItsOwnStoreReadsWaitsUntilThatAsksForIt() {
    var secret =
        new UnitOfWork.Part() {
          private boolean written;

          @Override
          public void flush() {
            written = true;
          }

          @Override
          public boolean isReadByOthers() {
            return false;
          }
        };
    transaction.executeWithoutResult(
        running -> {
          UnitOfWork.part("secrets", () -> secret);
          stored();
          assertThat(secret.written).isFalse();
          UnitOfWork.flushAll();
          assertThat(secret.written).isTrue();
        });
  }

  @Test
  void aRollbackDropsIt() {
    transaction.executeWithoutResult(
        running -> {
          keep("a");
          running.setRollbackOnly();
        });
    transaction.executeWithoutResult(running -> keep("b"));
    assertThat(stored()).containsExactly("b");
  }

  @Test
  void whatCannotBeWrittenFailsTheCommit() {
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    running -> {
                      jdbc.update("insert into word values ('first')");
                      keep("longer than a word of twenty letters");
                    }))
        .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    assertThat(stored()).isEmpty();
  }

  @Nested
  class Savepoints {

    @Test
    void goingBackKeepsWhatWasBeforeAndDropsWhatCameAfter() {
      transaction.executeWithoutResult(
          running -> {
            keep("before");
            nested.executeWithoutResult(
                inner -> {
                  keep("inside");
                  stored();
                  keep("inside, still held");
                  inner.setRollbackOnly();
                });
            keep("after");
          });
      assertThat(stored()).containsExactly("after", "before");
    }

    @Test
    void stayingKeepsEverything() {
      transaction.executeWithoutResult(
          running -> {
            keep("before");
            nested.executeWithoutResult(inner -> keep("inside"));
          });
      assertThat(stored()).containsExactly("before", "inside");
    }
  }

  @Test
  void anotherTransactionHasAUnitOfItsOwn() {
    transaction.executeWithoutResult(
        running -> {
          keep("outer");
          other.executeWithoutResult(
              inner -> {
                keep("inner");
                assertThat(stored()).containsExactly("inner");
              });
          assertThat(storedByNow()).containsExactly("inner");
          running.setRollbackOnly();
        });
    assertThat(stored()).containsExactly("inner");
  }

  @Test
  void nothingIsHeldBackWhereNothingWouldWriteIt() {
    assertThat(UnitOfWork.part(this, Words::new)).isEmpty();
    var afterCommit = new ArrayList<Boolean>();
    transaction.executeWithoutResult(
        running -> {
          keep("a");
          TransactionSynchronizationManager.registerSynchronization(
              new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                  afterCommit.add(UnitOfWork.part(UnitOfWorkTest.this, Words::new).isPresent());
                }
              });
        });
    assertThat(afterCommit).containsExactly(false);
  }
}
