package org.itsmsuite.web.login.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Whether Keycloak answers. Asked at most every few seconds, so that many who come while it is down
 * do not each wait for it.
 */
class KeycloakReachable {

  private static final Logger LOG = LoggerFactory.getLogger(KeycloakReachable.class);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final KeycloakSettings settings;
  private final Clock clock;
  private final RestClient client;
  private boolean reachable = true;
  private Instant askedAt = Instant.EPOCH;

  KeycloakReachable(KeycloakSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.client = RestClient.builder().requestFactory(KeycloakCalls.requests(settings)).build();
  }

  synchronized boolean isReachable() {
    if (!clock.instant().isBefore(askedAt.plus(FRESH))) {
      note(answers());
    }
    return reachable;
  }

  /** Somebody asked it for something and got no answer. */
  synchronized void wasNot() {
    note(false);
  }

  private void note(boolean now) {
    if (now != reachable) {
      LOG.warn("Keycloak at {} {}", settings.issuer(), now ? "answers again" : "does not answer");
    }
    reachable = now;
    askedAt = clock.instant();
  }

  private boolean answers() {
    try {
      client.get().uri(settings.issuer()).retrieve().toBodilessEntity();
      return true;
    } catch (RestClientException e) {
      return false;
    }
  }
}
