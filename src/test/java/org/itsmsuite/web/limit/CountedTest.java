package org.itsmsuite.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountedTest {

  private final HandSetTime time = new HandSetTime();
  private final Counted uses = new Counted(new Limit(2, Duration.ofMinutes(1)), 100, time);

  @Test
  void givesSoManyAtOnceAndTellsHowLongToWaitForTheNext() {
    assertThat(uses.take("agent")).isEmpty();
    assertThat(uses.take("agent")).isEmpty();
    assertThat(uses.take("agent")).contains(Duration.ofSeconds(30));
  }

  @Test
  void givesUsesBackEvenly() {
    uses.take("agent");
    uses.take("agent");
    time.pass(Duration.ofSeconds(30));
    assertThat(uses.take("agent")).isEmpty();
    assertThat(uses.take("agent")).isPresent();
  }

  @Test
  void countsEachKeyForItself() {
    uses.take("agent");
    uses.take("agent");
    assertThat(uses.take("specialist")).isEmpty();
  }

  @Test
  void takesNothingByAsking() {
    uses.waitFor("agent");
    uses.waitFor("agent");
    uses.waitFor("agent");
    assertThat(uses.take("agent")).isEmpty();
  }

  @Test
  void isNeverWithoutNumberOrTime() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, Duration.ofMinutes(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new Limit(1, null));
  }
}
