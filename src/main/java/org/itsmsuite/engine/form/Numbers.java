package org.itsmsuite.engine.form;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as forms know them: decimal, finite, of a size people enter. */
final class Numbers {

  private static final int DIGITS = 30;

  private Numbers() {}

  static Optional<BigDecimal> parse(String text) {
    if (text.length() > DIGITS) {
      return Optional.empty();
    }
    try {
      var number = new BigDecimal(text);
      boolean sane = Math.abs((long) number.scale()) <= DIGITS;
      return sane ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
