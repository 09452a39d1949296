package org.itsmsuite.engine.form;

import java.util.Optional;
import org.itsmsuite.refusal.Blank;

/** Characters that are not text. */
final class ControlCharacters {

  private static final int SHOWN = 50;

  private ControlCharacters() {}

  /**
   * The first control character, half of a surrogate pair, or in a single line one that turns its
   * direction, as {@code U+0000}.
   *
   * @param lines whether line ends and tabs belong to the text
   */
  static Optional<String> firstIn(String text, boolean lines) {
    return text.codePoints()
        .filter(c -> isControl(c) || !lines && Blank.isTurning(c))
        .filter(c -> !(lines && (c == '\n' || c == '\r' || c == '\t')))
        .mapToObj(c -> String.format("U+%04X", c))
        .findFirst();
  }

  /** A value for a message: short and without control characters. */
  static String shown(Object value) {
    String text = value.toString();
    String start = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return start
        .codePoints()
        .map(c -> isControl(c) ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }
}
