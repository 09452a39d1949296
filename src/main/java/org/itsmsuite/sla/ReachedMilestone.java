package org.itsmsuite.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A milestone that was acted on.
 *
 * @param dueAt when it should have been
 * @param actedAt when it was
 */
public record ReachedMilestone(
    UUID clock, int generation, String milestone, Instant dueAt, Instant actedAt) {

  public Duration lateness() {
    return Duration.between(dueAt, actedAt);
  }
}
