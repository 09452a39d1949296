package org.itsmsuite.sla;

import java.time.Instant;

/**
 * A span in which a record waited or was resolved, half-open. Whether it stops a clock is the
 * clock's decision.
 *
 * @param reason why, such as {@code CUSTOMER}; {@link #RESOLVED} for the time between resolution
 *     and reopening
 * @param to null while it lasts
 */
public record Pause(String record, String reason, Instant from, Instant to) {

  public static final String RESOLVED = "RESOLVED";

  boolean isOpen() {
    return to == null;
  }
}
