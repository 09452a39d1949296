package org.itsmsuite.calendar;

import java.time.Instant;

/** A span on the instant line, half-open: {@code from} belongs to it, {@code to} does not. */
public record Interval(Instant from, Instant to) {

  public Interval {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException(
          "An interval cannot end before it starts: " + from + " / " + to);
    }
  }
}
