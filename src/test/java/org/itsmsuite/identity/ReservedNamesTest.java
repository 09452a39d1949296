package org.itsmsuite.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReservedNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "system",
        "System",
        "SYSTEM",
        "sys-tem",
        "system.",
        "ｓystem",
        "anonymous",
        "camunda-admin",
        "CamundaAdmin",
        "",
        " ",
        "*",
        ".",
        "..",
        "@"
      })
  void areThoseOfTheSuiteAndWhatLooksLikeThem(String name) {
    assertThat(ReservedNames.isReserved(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"agent", "systems", "system-1", "a.system", "anonym", "admin", "7", "ö"})
  void areNoOthers(String name) {
    assertThat(ReservedNames.isReserved(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"system", "SYSTEM", ".."})
  void makeAPersonAStrangerAndNeverTheSuite(String name) {
    var actor = Actor.person(name, Set.of("camunda-admin"));

    assertThat(actor).isEqualTo(Actor.STRANGER);
    assertThat(actor.isPerson()).isTrue();
  }

  @Test
  void leaveEverybodyElseWhoTheyAre() {
    assertThat(Actor.person("agent", Set.of("service-desk")))
        .isEqualTo(new Actor("agent", Set.of("service-desk")));
  }
}
