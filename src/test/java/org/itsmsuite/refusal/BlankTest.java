package org.itsmsuite.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a text that somebody wrote, and what does not. */
class BlankTest {

  /** Every character that Unicode knows as a control, a format, or white space. */
  static IntStream controlsFormatsAndSpaces() {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
        .filter(
            one ->
                switch (Character.getType(one)) {
                  case Character.CONTROL,
                      Character.FORMAT,
                      Character.SPACE_SEPARATOR,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR ->
                      true;
                  default -> false;
                });
  }

  @Test
  void allControlsFormatsAndSpacesSayNothingAloneAndTogether() {
    assertThat(controlsFormatsAndSpaces().count()).isGreaterThan(200);
    assertThat(controlsFormatsAndSpaces().filter(one -> !Blank.is(Character.toString(one))))
        .isEmpty();
    String all =
        controlsFormatsAndSpaces()
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    assertThat(Blank.is(all)).isTrue();
    assertThat(Blank.is(all + "a")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        ' ', '\t', '\n', 0x00A0, 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B,
        0x180E, 0x180F, 0x200B, 0x200D, 0x200E, 0x202E, 0x2028, 0x2029, 0x2060, 0x2064, 0x2065,
        0x2800, 0x3000, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF0, 0x1D159, 0xE0001, 0xE0020,
        0xE0100, 0xE01EF
      })
  void whatNobodySeesSaysNothing(int one) {
    assertThat(Blank.is(Character.toString(one))).isTrue();
    assertThat(Blank.is(Character.toString(one).repeat(3) + " \u2800")).isTrue();
    assertThat(Blank.is(Character.toString(one) + "!")).isFalse();
  }

  @Test
  void nothingAtAllSaysNothing() {
    assertThat(Blank.is(null)).isTrue();
    assertThat(Blank.is("")).isTrue();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void whatPeopleWriteIsText(String text) {
    assertThat(Blank.is(text)).isFalse();
  }

  static java.util.stream.Stream<String> texts() {
    return java.util.stream.Stream.of(
        ".",
        "0",
        "👩‍💻", // joined by U+200D
        "🏳️‍🌈", // with a selector, too
        "❤️",
        "👍🏽",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿", // a flag spelt with tags
        "🫠", // newer than this machine's Unicode
        "שלום",
        "\u200Fשלום\u200F",
        "مرحبا",
        "می‌خواهم", // with U+200C
        "ᠮᠣᠩᠭᠣᠯ",
        "ភាសា",
        "한글",
        "हिन्दी",
        "⠓⠑⠇⠇⠕");
  }
}
