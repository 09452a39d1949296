package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.IdempotencyKeys.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@DemoSuite
class IdempotencyKeysTest {

  private static final Map<String, Object> BODY = Map.of("title", "VPN down", "impact", "HIGH");

  @Autowired IdempotencyKeys keys;
  @Autowired TransactionTemplate transaction;

  private final String key = UUID.randomUUID().toString();
  private final AtomicInteger created = new AtomicInteger();

  @Test
  void givesTheRecordOfTheFirstCall() {
    assertThat(report(key, BODY)).isEqualTo(new Outcome("INC-1", true));
    assertThat(report(key, BODY)).isEqualTo(new Outcome("INC-1", false));
    assertThat(created).hasValue(1);
  }

  @Test
  void goesByContentAndNotBySpelling() {
    report(key, Map.of("a", 1, "b", "x"));
    assertThat(report(key, new java.util.TreeMap<>(Map.of("b", "x", "a", 1))).first()).isFalse();
  }

  @Test
  void refusesTheKeyForOtherContent() {
    report(key, BODY);
    var refusal = catchThrowableOfType(Refusal.class, () -> report(key, Map.of("title", "Other")));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(refusal.key()).isEqualTo("request.idempotency-key-reused");
    assertThat(created).hasValue(1);
  }

  @Test
  void keepsCallersAndOperationsApart() {
    report(key, BODY);
    assertThat(keys.once(key, "requester", "incident.report", BODY, this::create).first()).isTrue();
    assertThat(keys.once(key, "agent", "request.report", BODY, this::create).first()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"with blank", "umläut", "line\nfeed"})
  void refusesKeysThatAreNone(String odd) {
    assertThatThrownBy(() -> report(odd, BODY))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.key()).isEqualTo("request.idempotency-key-invalid"));
    assertThatThrownBy(() -> report("k".repeat(201), BODY)).isInstanceOf(Refusal.class);
  }

  @Test
  void remembersNothingWithoutAKey() {
    assertThat(report(null, BODY)).isEqualTo(new Outcome("INC-1", true));
    assertThat(report("", BODY)).isEqualTo(new Outcome("INC-2", true));
  }

  @Test
  void isNotUsedUpByWhatWasRolledBack() {
    assertThatThrownBy(
            () ->
                keys.once(
                    key,
                    "agent",
                    "incident.report",
                    BODY,
                    () -> {
                      throw new IllegalStateException("no database");
                    }))
        .hasMessage("no database");
    transaction.executeWithoutResult(
        status -> {
          report(key, BODY);
          status.setRollbackOnly();
        });
    assertThat(report(key, BODY)).isEqualTo(new Outcome("INC-2", true));
  }

  @Test
  void letsOneOfManyAtTheSameMomentCreate() throws Exception {
    var go = new CountDownLatch(1);
    var calls = new ArrayList<CompletableFuture<Outcome>>();
    for (int i = 0; i < 8; i++) {
      calls.add(
          CompletableFuture.supplyAsync(
              () -> {
                await(go);
                return report(key, BODY);
              },
              Executors.newSingleThreadExecutor()));
    }
    go.countDown();
    for (var call : calls) {
      assertThat(call.get(30, TimeUnit.SECONDS).record()).isEqualTo("INC-1");
    }
    assertThat(created).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome report(String key, Object body) {
    return keys.once(key, "agent", "incident.report", body, this::create);
  }

  private String create() {
    return "INC-" + created.incrementAndGet();
  }
}
