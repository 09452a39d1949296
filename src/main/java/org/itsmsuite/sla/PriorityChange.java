package org.itsmsuite.sla;

import java.time.Duration;
import java.time.Instant;

/** What a new target does to a running clock. Chosen per target by the {@code sla-target} table. */
public enum PriorityChange {
  /** The new target counts from the original start. */
  RETROACTIVE {
    @Override
    SlaClock apply(SlaClock clock, String priority, Target target, Duration elapsed, Instant now) {
      return clock.promising(priority, target, target.allowed(), clock.startedAt());
    }
  },
  /** The new target counts in full from the change; what has elapsed stays on the clock. */
  FORWARD {
    @Override
    SlaClock apply(SlaClock clock, String priority, Target target, Duration elapsed, Instant now) {
      return clock.promising(priority, target, elapsed.plus(target.allowed()), clock.startedAt());
    }
  },
  /** The share that was left of the old target is the share that is left of the new one. */
  PROPORTIONAL {
    @Override
    SlaClock apply(SlaClock clock, String priority, Target target, Duration elapsed, Instant now) {
      double left = Math.max(0, clock.allowed().toSeconds() - elapsed.toSeconds());
      long share = Math.round(target.allowed().toSeconds() * left / clock.allowed().toSeconds());
      return clock.promising(priority, target, elapsed.plusSeconds(share), clock.startedAt());
    }
  },
  /** The clock starts anew at the change. */
  RESTART {
    @Override
    SlaClock apply(SlaClock clock, String priority, Target target, Duration elapsed, Instant now) {
      return clock.promising(priority, target, target.allowed(), now);
    }
  };

  /**
   * The clock with its new target.
   *
   * @param elapsed working time counted up to the change
   */
  abstract SlaClock apply(
      SlaClock clock, String priority, Target target, Duration elapsed, Instant now);
}
