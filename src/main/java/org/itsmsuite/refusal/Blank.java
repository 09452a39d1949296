package org.itsmsuite.refusal;

/**
 * Tells characters that nobody sees, and texts that say nothing: left out, empty, or made of
 * characters only that nobody sees. The one place that decides this, for whatever people write.
 */
public final class Blank {

  private Blank() {}

  /**
   * Whether a person who reads the text sees nothing: it has white space, control and format
   * characters, fillers and selectors only. One visible character is enough for a text, whatever
   * invisible ones stand beside it: joined emoji and marks of direction belong to writing.
   */
  public static boolean is(String text) {
    return text == null || text.codePoints().allMatch(Blank::isInvisible);
  }

  /**
   * Whether the character turns the direction in which what follows is shown, such as U+202E: in a
   * single line it makes one text look like another. Marks of direction (U+200E, U+200F) do not.
   */
  public static boolean isTurning(int one) {
    return isWithin(one, 0x202A, 0x202E) || isWithin(one, 0x2066, 0x2069);
  }

  private static boolean isInvisible(int one) {
    return switch (Character.getType(one)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> isDrawnAsNothing(one);
    };
  }

  /**
   * Letters, marks and symbols by their kind, but nothing on the screen. Most are what Unicode
   * calls default-ignorable, also where nothing is assigned yet; other unassigned characters may be
   * pictures that are newer than this machine.
   */
  private static boolean isDrawnAsNothing(int one) {
    return switch (one) {
      case 0x034F, // combining grapheme joiner
          0x115F, // fillers of Hangul
          0x1160,
          0x3164,
          0xFFA0,
          0x17B4, // inherent vowels of Khmer
          0x17B5,
          0x180B, // selectors of Mongolian
          0x180C,
          0x180D,
          0x180F,
          0x2065,
          0x2800, // Braille without a dot
          0x1D159 -> // a note without a head
          true;
      default ->
          isWithin(one, 0xFE00, 0xFE0F) // selectors of variants
              || isWithin(one, 0xFFF0, 0xFFF8)
              || isWithin(one, 0xE0000, 0xE0FFF); // tags and more selectors
    };
  }

  private static boolean isWithin(int one, int first, int last) {
    return first <= one && one <= last;
  }
}
