package org.itsmsuite.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.content.FolderContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetenceRegisterTest {

  private static final String SKILLS = "skills: [{id: first-aid, meaning: helps}]\n";

  private static CompetenceRegister read(String yaml) {
    return CompetenceRegister.read(new ContentInMemory().with(CompetenceRegister.FILE, yaml));
  }

  @Test
  void theShippedExampleStopsNobody() {
    var shipped = CompetenceRegister.read(new FolderContent(Path.of("")));
    assertThat(shipped.needs()).isNotEmpty();
    assertThat(shipped.inForce()).isEmpty();
  }

  @Test
  void aNeedNamesATaskAGroupOrBoth() {
    var needs =
        read(SKILLS
                + "needs:\n"
                + "  - {skill: first-aid, group: service-desk, policy: OFF}\n"
                + "  - {skill: first-aid, process: p, task: t, policy: WARN}\n"
                + "  - {skill: first-aid, process: p, task: t, policy: \"OFF\"}\n"
                + "  - {skill: first-aid, group: cab, process: p, task: t, policy: BLOCK}\n")
            .needs();
    var skill = new Skill("first-aid", "helps");
    assertThat(needs)
        .containsExactly(
            new Need(skill, "service-desk", null, null, Policy.OFF),
            new Need(skill, null, "p", "t", Policy.WARN),
            new Need(skill, null, "p", "t", Policy.OFF),
            new Need(skill, "cab", "p", "t", Policy.BLOCK));
  }

  @Test
  void aClaimOfTheLogInIsNamedOrNot() {
    assertThat(read(SKILLS + "needs: []\n").claim()).isEmpty();
    assertThat(read("claim: https://example.org/skills\n" + SKILLS + "needs: []\n").claim())
        .contains("https://example.org/skills");
    assertThatThrownBy(() -> read("claim: two words\n" + SKILLS + "needs: []\n"))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> assertThat(fault.key()).isEqualTo("competences.bad-claim"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {skill: surgery, group: cab, policy: OFF}                 | competences.unknown-skill  | surgery
          {skill: first-aid, group: choir, policy: OFF}             | competences.unknown-group  | choir
          {skill: first-aid, group: cab, policy: MAYBE}             | competences.unknown-policy | MAYBE
          {skill: first-aid, group: cab}                            | content.missing-value      | policy
          {skill: first-aid, policy: WARN}                          | competences.need-of-nobody | needs[0]
          {skill: first-aid, task: t, policy: WARN}                 | competences.half-a-task    | needs[0]
          {skill: first-aid, group: cab, process: p, policy: WARN}  | competences.half-a-task    | needs[0]
          """)
  void whatIsWrongStopsTheStartWithItsPlace(String need, String key, String named) {
    assertThatThrownBy(() -> read(SKILLS + "needs:\n  - " + need + "\n"))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> {
              assertThat(fault.key()).isEqualTo(key);
              assertThat(fault.getMessage()).contains(CompetenceRegister.FILE, "needs[0]", named);
            });
  }

  @Test
  void aSkillStandsOnceAndSaysWhatItMeans() {
    assertThatThrownBy(() -> read("skills: [{id: a, meaning: x}, {id: a, meaning: y}]\n"))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> assertThat(fault.key()).isEqualTo("content.duplicate-id"));
    assertThatThrownBy(() -> read("skills: [{id: a}]\n"))
        .isInstanceOfSatisfying(
            ContentException.class,
            fault -> assertThat(fault.key()).isEqualTo("content.missing-value"));
  }
}
