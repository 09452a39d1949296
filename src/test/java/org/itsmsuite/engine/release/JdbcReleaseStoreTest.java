package org.itsmsuite.engine.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcReleaseStoreTest {

  private static final Instant AT = Instant.parse("2026-11-22T09:00:00.123456Z");

  private JdbcReleaseStore store;
  private TransactionTemplate transaction;

  @BeforeEach
  void anEmptyDatabase() {
    var database =
        new DriverManagerDataSource(
            "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
    JdbcClient.create(database).sql("create schema itsm").update();
    new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/common/V5__engine_releases.sql"))
        .execute(database);
    store = new JdbcReleaseStore(JdbcClient.create(database));
    transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
  }

  private static ReleasedBundle version(int version) {
    return new ReleasedBundle(
        "incident",
        version,
        "c" + version,
        "d" + version,
        AT,
        "system",
        "0.1.0",
        Map.of("a.bpmn", "x", "b.form", "y"));
  }

  @Test
  void remembersTheNewestReleaseWithItsFiles() {
    assertThat(store.newest("incident")).isEmpty();
    store.add(version(1));
    store.add(version(2));
    assertThat(store.newest("incident")).contains(version(2));
    assertThat(store.newest("problem")).isEmpty();
  }

  @Test
  void takesNoVersionTwice() {
    store.add(version(1));
    assertThatThrownBy(() -> store.add(version(1))).isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void letsTwoNodesReleaseOneAfterTheOther() throws Exception {
    var firstHoldsTheLock = new CountDownLatch(1);
    var secondHasStarted = new CountDownLatch(1);
    var first =
        CompletableFuture.runAsync(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      store.lock();
                      firstHoldsTheLock.countDown();
                      await(secondHasStarted);
                      store.add(version(1));
                    }));
    firstHoldsTheLock.await(20, TimeUnit.SECONDS);
    var second =
        CompletableFuture.supplyAsync(
            () ->
                transaction.execute(
                    status -> {
                      secondHasStarted.countDown();
                      store.lock();
                      return store.newest("incident").map(ReleasedBundle::version).orElse(0);
                    }));
    first.get(20, TimeUnit.SECONDS);
    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
