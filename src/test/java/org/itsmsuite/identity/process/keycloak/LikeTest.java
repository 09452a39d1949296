package org.itsmsuite.identity.process.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeTest {

  private static final Duration TIME = Duration.ofSeconds(3);

  @ParameterizedTest
  @CsvSource({
    "%ann%, Joann, true",
    "%ANN%, joann, true",
    "ann%, joann, false",
    "%ann, joann, true",
    "ann, ann, true",
    "ann, anna, false",
    "a_n, ann, true",
    "a_n, an, false",
    "%, anything, true",
    "a%b%c, aXbYc, true",
    "a%b%c, aXbY, false",
    "%a%a, aba, true",
    "ab%ba, aba, false",
    "100\\%, 100%, true",
    "100\\%, 1000, false",
    "a\\_b, a_b, true",
    "a\\_b, axb, false",
    "a\\\\b, a\\b, true",
    "a.c, abc, false",
    "(a+, (a+, true",
    "%Ü%, müller, true"
  })
  void matchesAsADatabaseDoes(String pattern, String value, boolean matches) {
    assertThat(new Like(pattern).matches(value)).isEqualTo(matches);
  }

  @Test
  void matchesNothingAndEverything() {
    assertThat(new Like("%").matches("")).isTrue();
    assertThat(new Like("").matches("")).isTrue();
    assertThat(new Like("").matches("a")).isFalse();
    assertThat(new Like("_").matches("")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "%ann%, true, ann",
    "%jo ann%, true, jo ann",
    "ann%, false, ann",
    "%an_na%, false, an",
    "%a%annett%, false, annett",
    "%100\\%%, false, 100",
    "%a\\\\bc%, false, bc",
    "%a\\bc%, false, bc"
  })
  void knowsWhatKeycloakCanLookFor(String pattern, boolean exactly, String part) {
    var like = new Like(pattern);

    assertThat(like.isAnywhere()).isEqualTo(exactly);
    assertThat(like.part()).isEqualTo(part);
  }

  @Test
  void isDoneSoonWhateverSomebodyWrites() {
    var like = new Like("%a".repeat(120) + "%b");

    assertThat(assertTimeoutPreemptively(TIME, () -> like.matches("a".repeat(255)))).isFalse();
  }
}
