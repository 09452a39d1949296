package org.itsmsuite.web.login.keycloak;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * Without Keycloak the suite is not down: whoever is logged in goes on working. {@code DEGRADED}
 * says it, and the answer stays 200, so that nobody restarts or takes out a node that works.
 */
class KeycloakHealth implements HealthIndicator {

  static final Status DEGRADED =
      new Status("DEGRADED", "Nobody can log in at the moment; who is logged in goes on");

  private final KeycloakReachable reachable;

  KeycloakHealth(KeycloakReachable reachable) {
    this.reachable = reachable;
  }

  @Override
  public Health health() {
    return reachable.isReachable() ? Health.up().build() : Health.status(DEGRADED).build();
  }
}
