package org.itsmsuite.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LogInAttemptsTest {

  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private final HandSetTime time = new HandSetTime();
  private final LogInAttempts attempts =
      new LogInAttempts(
          new Counted(new Limit(3, Duration.ofSeconds(30)), 100, time),
          new Counted(new Limit(5, Duration.ofSeconds(50)), 100, time));

  private void failures(int number, String name, String address) {
    for (int i = 0; i < number; i++) {
      attempts.failed(name, address);
    }
  }

  @Nested
  class ForOneName {

    @Test
    void soManyMayBeWrong() {
      failures(2, "agent", HERE);
      assertThat(attempts.waitFor("agent", HERE)).isEmpty();
    }

    @Test
    void theNextOneHasToWaitUntilOneIsGivenBack() {
      failures(3, "agent", HERE);
      assertThat(attempts.waitFor("agent", HERE)).contains(Duration.ofSeconds(10));
      time.pass(Duration.ofSeconds(10));
      assertThat(attempts.waitFor("agent", HERE)).isEmpty();
    }

    @Test
    void manyAtOnceMakeTheWaitLonger() {
      failures(5, "agent", HERE);
      assertThat(attempts.waitFor("agent", HERE)).contains(Duration.ofSeconds(30));
    }

    @Test
    void nobodyIsKeptOutByWrongPasswordsFromElsewhere() {
      failures(3, "agent", ELSEWHERE);
      assertThat(attempts.waitFor("agent", HERE)).isEmpty();
    }

    @Test
    void otherNamesAreNotConcerned() {
      failures(3, "agent", HERE);
      assertThat(attempts.waitFor("specialist", HERE)).isEmpty();
    }
  }

  @Nested
  class FromOneAddress {

    @Test
    void goingThroughNamesIsSlowToo() {
      for (int i = 0; i < 5; i++) {
        attempts.failed("name-" + i, HERE);
      }
      assertThat(attempts.waitFor("another", HERE)).contains(Duration.ofSeconds(10));
      assertThat(attempts.waitFor("another", ELSEWHERE)).isEmpty();
    }
  }
}
