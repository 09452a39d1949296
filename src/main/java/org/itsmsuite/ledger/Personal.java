package org.itsmsuite.ledger;

/** Free text or personal data inside a {@link Fact}. A null value stays null and is not hidden. */
public record Personal(Object value) {

  public static Personal of(Object value) {
    return new Personal(value);
  }
}
