package org.itsmsuite.web.login.keycloak;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.itsmsuite.web.login.ProviderUnavailable;
import org.itsmsuite.web.login.TokenRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Keycloak whether a token still counts, not with every request, and not where the operator
 * does not want that. While Keycloak does not answer, the token is believed until it expires; so is
 * one that Keycloak tells us nothing about, because it is not meant for our client.
 */
class Introspection {

  private static final Logger LOG = LoggerFactory.getLogger(Introspection.class);
  private static final int REMEMBERED = 10_000;

  private final KeycloakSettings settings;
  private final KeycloakCalls calls;
  private final Clock clock;
  private final AtomicBoolean told = new AtomicBoolean();

  /** Token id to when Keycloak said that it counts; the oldest are forgotten first. */
  private final Map<String, Instant> active =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };

  Introspection(KeycloakSettings settings, KeycloakCalls calls, Clock clock) {
    this.settings = settings;
    this.calls = calls;
    this.clock = clock;
  }

  /**
   * @throws TokenRefused if Keycloak has taken the token back
   */
  void ask(TokenFacts facts, String token) {
    if (settings.introspectEvery().isZero() || isKnown(facts.id())) {
      return;
    }
    if (!facts.forUs()) {
      tellOnce();
      return;
    }
    try {
      if (!calls.isActive(token)) {
        throw new TokenRefused(null);
      }
      remember(facts.id());
    } catch (ProviderUnavailable e) {
      // Its signature and its times are right; that has to do for the rest of its short life.
      remember(facts.id());
    }
  }

  private void tellOnce() {
    if (told.compareAndSet(false, true)) {
      LOG.warn(
          "A Bearer token does not name {} in its audience: whether such tokens were taken back, or"
              + " their accounts closed, is noticed only when they expire (docs/keycloak.md)",
          settings.clientId());
    }
  }

  private synchronized boolean isKnown(String id) {
    var said = id == null ? null : active.get(id);
    return said != null && clock.instant().isBefore(said.plus(settings.introspectEvery()));
  }

  private synchronized void remember(String id) {
    if (id != null) {
      active.remove(id);
      active.put(id, clock.instant());
    }
  }
}
