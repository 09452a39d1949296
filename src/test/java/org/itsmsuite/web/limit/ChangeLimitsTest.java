package org.itsmsuite.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ChangeLimitsTest {

  private final HandSetTime time = new HandSetTime();
  private final ChangeLimits limits = new ChangeLimits(counted(2), counted(1), counted(4));

  private Counted counted(long times) {
    return new Counted(new Limit(times, Duration.ofMinutes(1)), 100, time);
  }

  private void sends(String account, String method, String address) {
    var request = new MockHttpServletRequest(method, address);
    request.setRemoteUser(account);
    limits.preHandle(request, new MockHttpServletResponse(), this);
  }

  @Test
  void whoSendsTooMuchHasToWaitAndIsToldHowLong() {
    sends("agent", "POST", "/api/incidents");
    sends("agent", "POST", "/incidents/report");
    var refused =
        catchThrowableOfType(TooManyChanges.class, () -> sends("agent", "POST", "/api/incidents"));
    assertThat(refused.getStatusCode().value()).isEqualTo(429);
    assertThat(refused.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "OPTIONS"})
  void readingIsNotCounted(String method) {
    assertThatNoException()
        .isThrownBy(
            () -> {
              for (int i = 0; i < 10; i++) {
                sends("agent", method, "/api/incidents");
              }
            });
  }

  @Test
  void eachAccountIsCountedForItself() {
    sends("agent", "POST", "/api/incidents");
    sends("agent", "POST", "/api/incidents");
    assertThatNoException().isThrownBy(() -> sends("specialist", "POST", "/api/incidents"));
  }

  @Test
  void eventsOfMonitoringAreCountedApart() {
    for (int i = 0; i < 4; i++) {
      sends("watcher", "POST", "/api/events");
    }
    assertThat(
            catchThrowableOfType(
                TooManyChanges.class, () -> sends("watcher", "POST", "/api/events")))
        .isNotNull();
    assertThatNoException().isThrownBy(() -> sends("watcher", "POST", "/api/incidents"));
  }

  @Test
  void whoIsNotLoggedInIsCountedByNetworkAddress() {
    sends(null, "POST", "/setup");
    assertThat(catchThrowableOfType(TooManyChanges.class, () -> sends(null, "POST", "/setup")))
        .isNotNull();
  }
}
