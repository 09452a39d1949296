package org.itsmsuite.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How Keycloak is called: with which token, how often, and for how long. */
@Timeout(30)
class CallsTest {

  private final KeycloakStub keycloak =
      KeycloakStub.started().group("/cab").user("agent", "/cab").users("p", 40);
  private final HandTurnedTicker ticker = new HandTurnedTicker();
  private final Directory directory =
      TestDirectories.of(TestDirectories.settings(keycloak.issuer(), "/"), ticker);
  private final ExecutorService people = Executors.newFixedThreadPool(12);

  @AfterEach
  void stop() {
    people.shutdownNow();
    keycloak.close();
  }

  private <T> List<Future<T>> atOnce(int number, Callable<T> what) {
    var all = new ArrayList<Future<T>>();
    for (int i = 0; i < number; i++) {
      all.add(people.submit(what));
    }
    return all;
  }

  private void everybodyIsIn(List<? extends Future<?>> all) throws Exception {
    for (var one : all) {
      one.get(20, TimeUnit.SECONDS);
    }
  }

  @Nested
  class TheToken {

    @Test
    void isAskedForWithTheSecretAsItIs() {
      directory.person("agent");

      assertThat(keycloak.forms())
          .singleElement()
          .satisfies(
              form ->
                  assertThat(form.split("&"))
                      .extracting(field -> URLDecoder.decode(field, StandardCharsets.UTF_8))
                      .containsExactly(
                          "grant_type=client_credentials",
                          "client_id=itsm-directory",
                          "client_secret=s3cret+&%="));
    }

    @Test
    void isSharedByAllCalls() throws Exception {
      var names = List.of("p00001", "p00002", "p00003", "p00004").iterator();
      everybodyIsIn(
          atOnce(
              4,
              () -> {
                String name;
                synchronized (names) {
                  name = names.next();
                }
                return directory.person(name);
              }));

      assertThat(keycloak.tokensGiven()).isOne();
    }

    @Test
    void isRenewedBeforeItEnds() {
      directory.person("agent");
      ticker.pass(Duration.ofSeconds(271));
      directory.person("p00001");
      assertThat(keycloak.tokensGiven()).isEqualTo(2);
      ticker.pass(Duration.ofSeconds(269));
      directory.person("p00002");
      assertThat(keycloak.tokensGiven()).isEqualTo(2);
    }

    @Test
    void isReplacedOnceWhenKeycloakDoesNotTakeItAnyMore() {
      directory.person("agent");
      keycloak.revokeTokens();

      assertThat(directory.person("p00001")).isPresent();
      assertThat(keycloak.tokensGiven()).isEqualTo(2);
    }

    @Test
    void isNotThrownAwayByCallsThatStillHadTheOldOne() throws Exception {
      directory.person("agent");
      keycloak.revokeTokens();
      keycloak.held = new CountDownLatch(1);
      var first = people.submit(() -> directory.person("p00001"));
      var second = people.submit(() -> directory.person("p00002"));
      await().until(() -> keycloak.waiting() == 2);
      keycloak.held.countDown();
      first.get();
      second.get();

      assertThat(keycloak.tokensGiven()).isEqualTo(2);
    }
  }

  @Nested
  class ManyWhoAskTheSame {

    @Test
    void waitForOneCall() throws Exception {
      directory.groups();
      keycloak.asked();
      keycloak.held = new CountDownLatch(1);
      var started = new CountDownLatch(10);
      var all =
          atOnce(
              10,
              () -> {
                started.countDown();
                return directory.person("agent");
              });
      started.await();
      await().until(() -> keycloak.waiting() == 1);
      keycloak.held.countDown();
      everybodyIsIn(all);

      assertThat(keycloak.asked()).hasSize(1);
    }
  }

  @Nested
  @Timeout(10)
  class AKeycloakThatHangs {

    @Test
    void isWaitedForNoLongerThanSet() {
      directory.groups();
      keycloak.held = new CountDownLatch(1);

      assertThatThrownBy(() -> directory.person("agent")).isInstanceOf(OutOfReach.class);
    }

    @Test
    void isGivenUpToInTheMiddleOfAnAnswer() {
      directory.groups();
      keycloak.stalled = new CountDownLatch(1);

      assertThatThrownBy(() -> directory.person("agent")).isInstanceOf(OutOfReach.class);
    }

    @Test
    void holdsUpOnlySoManyAtOnce() throws Exception {
      directory.groups();
      keycloak.held = new CountDownLatch(1);
      var all = new ArrayList<Future<?>>();
      for (int i = 1; i <= 12; i++) {
        var name = "p%05d".formatted(i);
        all.add(
            people.submit(
                () ->
                    assertThatThrownBy(() -> directory.person(name))
                        .isInstanceOf(OutOfReach.class)));
      }
      everybodyIsIn(all);

      assertThat(keycloak.asked()).hasSizeLessThanOrEqualTo(5);
    }
  }

  @Nested
  class AfterAFewFailuresInARow {

    private void fail() {
      keycloak.failWith = 500;
      for (int i = 1; i <= 3; i++) {
        var name = "p%05d".formatted(i);
        assertThatThrownBy(() -> directory.person(name)).isInstanceOf(OutOfReach.class);
      }
      keycloak.asked();
    }

    @Test
    void nobodyAsksForAWhile() {
      directory.groups();
      fail();

      assertThatThrownBy(() -> directory.person("p00004")).isInstanceOf(OutOfReach.class);
      assertThat(keycloak.asked()).isEmpty();
    }

    @Test
    void oneCallTriesThen() {
      directory.groups();
      fail();
      ticker.pass(TestDirectories.PAUSE);
      assertThatThrownBy(() -> directory.person("p00004")).isInstanceOf(OutOfReach.class);
      assertThat(keycloak.asked()).hasSize(1);
      assertThatThrownBy(() -> directory.person("p00005")).isInstanceOf(OutOfReach.class);
      assertThat(keycloak.asked()).isEmpty();
    }

    @Test
    void othersDoNotWaitForTheOneThatTries() throws Exception {
      directory.groups();
      fail();
      keycloak.failWith = 0;
      keycloak.held = new CountDownLatch(1);
      ticker.pass(TestDirectories.PAUSE);
      var trying = people.submit(() -> directory.person("p00004"));
      await().until(() -> keycloak.waiting() == 1);

      assertThatThrownBy(() -> directory.person("p00005")).isInstanceOf(OutOfReach.class);
      assertThat(keycloak.asked()).hasSize(1);
      keycloak.held.countDown();
      assertThat(trying.get()).isPresent();
    }

    @Test
    void oneAnswerOpensTheWayForAll() {
      directory.groups();
      fail();
      keycloak.failWith = 0;
      ticker.pass(TestDirectories.PAUSE);

      assertThat(directory.person("p00004")).isPresent();
      assertThat(directory.person("p00005")).isPresent();
    }

    @Test
    void aSuccessInBetweenStartsTheCountAnew() {
      directory.groups();
      for (int i = 1; i <= 5; i++) {
        var failing = "p%05d".formatted(i);
        keycloak.failWith = 500;
        assertThatThrownBy(() -> directory.person(failing)).isInstanceOf(OutOfReach.class);
        keycloak.failWith = 0;
        assertThat(directory.person(failing)).isPresent();
      }
    }
  }

  @Nested
  class MissingRights {

    @Test
    void areNoAnswer() {
      keycloak.forbidden = true;

      assertThatThrownBy(() -> directory.person("agent"))
          .isInstanceOf(OutOfReach.class)
          .cause()
          .hasMessageContaining("view-users, query-users and query-groups");
    }
  }
}
