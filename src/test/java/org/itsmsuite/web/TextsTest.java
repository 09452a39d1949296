package org.itsmsuite.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

  private final Texts texts = new Texts();

  @Test
  void trims() {
    assertThat(texts.required("title", "  VPN down\u00A0 ".replace('\u00A0', ' '), 200))
        .isEqualTo("VPN down");
    texts.verify();
  }

  @Test
  void takesBlankForLeftOut() {
    assertThat(texts.optional("title", "   ", 200)).isNull();
    assertThat(texts.optional("title", null, 200)).isNull();
    texts.verify();
  }

  @Test
  void keepsLinesWhereLinesAreWelcome() {
    assertThat(texts.lines("description", "one\r\n\ttwo\rthree\n", 200))
        .isEqualTo("one\n\ttwo\nthree");
    texts.verify();
  }

  @Test
  void keepsEveryLanguageAndPictures() {
    assertThat(texts.required("title", "Störung שלום 故障 🔥", 200)).isEqualTo("Störung שלום 故障 🔥");
    texts.verify();
  }

  @Test
  void takesTheLongestAndNoLonger() {
    assertThat(texts.required("title", "x".repeat(200), 200)).hasSize(200);
    texts.required("title", "x".repeat(201), 200);
    assertThat(refusal().key()).isEqualTo("request.too-long");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\u00A0 \u3000", "\u2800", "\u3164\u200D", "\uFEFF", "\u2028"})
  void missesWhatNobodyCanSee(String text) {
    texts.required("title", text, 200);
    texts.requiredLines("reason", text, 200);
    assertThat(refusal().offences())
        .extracting(offence -> offence.field() + " " + offence.key())
        .containsExactly("title request.missing", "reason request.missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200B", "\u00A0 \u3000", "\u2800", "\u3164\u200D", "\uFEFF"})
  void takesWhatNobodyCanSeeForLeftOut(String text) {
    assertThat(texts.optional("category", text, 200)).isNull();
    assertThat(texts.lines("description", text, 200)).isNull();
    texts.verify();
  }

  @ParameterizedTest
  @ValueSource(strings = {"👩\u200D💻", "\u200Fשלום", "می\u200Cخواهم", "❤\uFE0F"})
  void keepsInvisibleCharactersWithinText(String text) {
    assertThat(texts.required("title", text, 200)).isEqualTo(text);
    assertThat(texts.requiredLines("reason", text, 200)).isEqualTo(text);
    texts.verify();
  }

  @Test
  void missesWhatIsRequired() {
    texts.required("title", "", 200);
    assertThat(refusal().offences())
        .containsExactly(new Refusal.Offence("title", "request.missing", "It is required."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\u0007b",
        "a\nb",
        "a\u009Fb",
        "a\uD83D",
        "a\uDD25b",
        "a\uFFFFb",
        "a\u2028b"
      })
  void refusesWhatIsNoText(String text) {
    texts.required("title", text, 200);
    assertThat(refusal().offences())
        .singleElement()
        .satisfies(
            offence -> {
              assertThat(offence.key()).isEqualTo("request.control-character");
              assertThat(offence.detail()).contains("Character 2");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u202Eb", "a\u202Ab", "a\u2066b", "a\u2069b"})
  void refusesWhatTurnsTheDirectionOfALine(String text) {
    assertThat(texts.requiredLines("reason", text, 200)).isEqualTo(text);
    texts.required("title", text, 200);
    assertThat(refusal().offences())
        .singleElement()
        .satisfies(
            offence -> {
              assertThat(offence.key()).isEqualTo("request.control-character");
              assertThat(offence.detail()).contains("Character 2", "turns the direction");
            });
  }

  @Test
  void tellsAllFaultsAtOnce() {
    texts.required("title", null, 200);
    texts.lines("description", "a\u0000", 200);
    texts.wrong("service", "incident.unknown-service", "There is no such service.");
    assertThat(refusal().offences())
        .extracting(Refusal.Offence::field)
        .containsExactly("title", "description", "service");
  }

  private Refusal refusal() {
    return catchThrowableOfType(Refusal.class, texts::verify);
  }
}
