package org.itsmsuite.change;

import java.time.Instant;
import java.util.Optional;

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

  /** How two windows that share an instant lie to each other. */
  public enum Overlap {
    IDENTICAL,
    /** One lies within the other. */
    NESTED,
    PARTLY
  }

  /** How they lie to each other; empty if they share no instant. */
  public Optional<Overlap> overlap(Window other) {
    if (!overlaps(other)) {
      return Optional.empty();
    }
    if (equals(other)) {
      return Optional.of(Overlap.IDENTICAL);
    }
    return Optional.of(encloses(other) || other.encloses(this) ? Overlap.NESTED : Overlap.PARTLY);
  }

  /** Whether every instant of the other is one of this. */
  public boolean encloses(Window other) {
    return !other.from.isBefore(from) && !other.to.isAfter(to);
  }

  /**
   * What is in both.
   *
   * @throws IllegalArgumentException if nothing is
   */
  public Window shared(Window other) {
    return new Window(
        from.isAfter(other.from) ? from : other.from, to.isBefore(other.to) ? to : other.to);
  }

  @Override
  public String toString() {
    return from + "/" + to;
  }
}
