package org.itsmsuite.change;

import java.time.Instant;

/**
 * When a change is carried out.
 *
 * @param from inclusive
 * @param to exclusive; later than {@code from}
 */
public record Window(Instant from, Instant to) {

  public Window {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("The window ends at " + to + ", before it starts");
    }
  }

  /** Whether there is an instant in both; windows that only touch have none. */
  public boolean overlaps(Window other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  @Override
  public String toString() {
    return from + "/" + to;
  }
}
