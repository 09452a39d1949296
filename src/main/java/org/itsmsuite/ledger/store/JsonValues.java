package org.itsmsuite.ledger.store;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;

/** Single values as canonical JSON can hold them without loss. */
final class JsonValues {

  private static final BigDecimal EXACT = BigDecimal.valueOf(1L << 53);

  private JsonValues() {}

  /**
   * @param path where the value stands, for the message
   * @throws IllegalArgumentException if the value is of no type a fact may hold
   */
  static Object scalar(String path, Object value) {
    if (value == null || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Number number) {
      return number(number);
    }
    if (value instanceof CharSequence text) {
      return wellFormed(text.toString());
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    if (value instanceof TemporalAccessor
        || value instanceof Duration
        || value instanceof UUID
        || value instanceof Character) {
      return wellFormed(value.toString());
    }
    throw new IllegalArgumentException(
        path + " of a fact is no JSON value but a " + value.getClass().getName() + ".");
  }

  /** Numbers that a double cannot hold are written as text, as RFC 8785 advises. */
  private static Object number(Number number) {
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      return Double.isFinite(value) ? (Object) value : String.valueOf(value);
    }
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return number.intValue();
    }
    var exact =
        number instanceof BigInteger big ? new BigDecimal(big) : new BigDecimal(number.toString());
    var isWhole = exact.stripTrailingZeros().scale() <= 0;
    if (isWhole) {
      return exact.abs().compareTo(EXACT) <= 0 ? (Object) exact.longValueExact() : exact.toString();
    }
    var nearest = exact.doubleValue();
    var fits = Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
    return fits ? (Object) nearest : exact.toString();
  }

  /** Half a surrogate pair has no UTF-8: it is shown as U+FFFD from the first moment on. */
  private static String wellFormed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(
            text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .toArray(),
            0,
            (int) text.codePoints().count());
      }
    }
    return text;
  }
}
