package org.itsmsuite.competence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CompetencesTest {

  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final String NEEDS =
      """
      claim: skills
      skills: [{id: first-aid, meaning: helps}, {id: surgery, meaning: cuts}]
      needs:
        - {skill: first-aid, process: help, task: task_bandage, policy: WARN}
        - {skill: surgery, process: help, task: task_operate, policy: BLOCK}
        - {skill: first-aid, group: cab, policy: WARN}
        - {skill: surgery, process: help, task: task_pray, policy: OFF}
      """;

  private static final CoveredTask BANDAGE = task("task_bandage");
  private static final CoveredTask OPERATE = task("task_operate");

  private final List<Proof> proofs = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private int asked;
  private Set<String> told = Set.of();
  private Actor actor = new Actor("helper", Set.of());
  private final Competences competences =
      new Competences(
          CompetenceRegister.read(new ContentInMemory().with(CompetenceRegister.FILE, NEEDS)),
          new Kept(),
          claim -> claim.equals("skills") ? told : Set.of(),
          () -> actor,
          new Ledger() {
            @Override
            public void write(Fact fact) {
              facts.add(fact);
            }

            @Override
            public List<LedgerEntry> of(String record) {
              return List.of();
            }
          },
          Clock.fixed(NOW, ZoneOffset.UTC));

  private static CoveredTask task(String id, String... groups) {
    return new CoveredTask("INC-1", "help", id, Set.of(groups));
  }

  private void proven(String skill, Instant from, Instant until, Instant entered) {
    proofs.add(
        new Proof(
            UUID.randomUUID(),
            "helper",
            skill,
            from,
            until,
            "Seen",
            "boss",
            entered,
            null,
            null,
            null));
  }

  private void isBlocked() {
    assertThatThrownBy(() -> competences.taken(OPERATE, "helper"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo("competence.missing");
              assertThat(refusal.getMessage()).contains("surgery", "cuts", "helper", "colleague");
            });
  }

  @Nested
  class WhereNothingIsNeeded {

    @Test
    void nothingIsAskedAndNothingSaid() {
      competences.taken(task("task_pray"), "helper");
      competences.taken(task("task_talk", "service-desk"), "helper");
      assertThat(asked).isZero();
      assertThat(facts).isEmpty();
    }
  }

  @Nested
  class WhereThePolicyIsToWarn {

    @Test
    void theTaskIsTakenAndTheRecordTells() {
      competences.taken(BANDAGE, "helper");
      assertThat(facts)
          .singleElement()
          .satisfies(
              fact -> {
                assertThat(fact.record()).isEqualTo("INC-1");
                assertThat(fact.what()).isEqualTo("competence.missing");
                assertThat(fact.after())
                    .containsAllEntriesOf(
                        Map.of(
                            "skill", "first-aid",
                            "policy", "WARN",
                            "task", "task_bandage",
                            "step", "TAKEN"));
              });
    }

    @Test
    void twoNeedsOfOneSkillAreToldOnce() {
      competences.taken(task("task_bandage", "cab"), "helper");
      assertThat(facts).hasSize(1);
    }

    @Test
    void whoHasItIsNotTalkedAbout() {
      proven("first-aid", NOW.minus(DAY), null, NOW.minus(DAY));
      competences.taken(BANDAGE, "helper");
      competences.ended(BANDAGE);
      assertThat(facts).isEmpty();
    }

    @Test
    void whatIsOfferedToTheGroupNeedsItAndNothingElseDoes() {
      competences.taken(task("task_vote", "cab"), "helper");
      assertThat(facts).hasSize(1);
      competences.taken(task("task_vote", "ecab"), "helper");
      assertThat(facts).hasSize(1);
    }

    @Test
    void whoEndsItIsToldOfEvenIfItWasNeverTaken() {
      competences.ended(BANDAGE);
      assertThat(facts)
          .singleElement()
          .satisfies(fact -> assertThat(fact.after()).containsEntry("step", "ENDED"));
    }

    @Test
    void theSuiteItselfNeedsNoSkill() {
      actor = Actor.SYSTEM;
      competences.ended(BANDAGE);
      competences.ended(OPERATE);
      assertThat(facts).isEmpty();
    }
  }

  @Nested
  class WhereThePolicyIsToBlock {

    @Test
    void theTaskIsNeitherTakenNorEnded() {
      isBlocked();
      assertThatThrownBy(() -> competences.ended(OPERATE)).isInstanceOf(Refusal.class);
      assertThat(competences.bars(OPERATE, "helper")).isPresent();
      assertThat(facts).isEmpty();
    }

    @Test
    void aProofOpensIt() {
      proven("surgery", NOW, NOW.plus(DAY), NOW);
      competences.taken(OPERATE, "helper");
      competences.ended(OPERATE);
      assertThat(competences.bars(OPERATE, "helper")).isEmpty();
    }

    @Test
    void anotherSkillOrAnotherPersonsProofDoesNot() {
      proven("first-aid", NOW.minus(DAY), null, NOW.minus(DAY));
      isBlocked();
      assertThat(competences.bars(OPERATE, "somebody-else")).isPresent();
    }

    @Test
    void oneThatHasJustRunOutDoesNot() {
      proven("surgery", NOW.minus(DAY), NOW, NOW.minus(DAY));
      isBlocked();
    }

    @Test
    void oneThatBeginsLaterDoesNot() {
      proven("surgery", NOW.plusMillis(1), null, NOW.minus(DAY));
      isBlocked();
    }

    @Test
    void oneThatWasWithdrawnDoesNotFromThenOn() {
      proven("surgery", NOW.minus(DAY), null, NOW.minus(DAY));
      Proof withdrawn = proofs.remove(0).withdrawn("boss", NOW, "A mistake");
      proofs.add(withdrawn);
      isBlocked();
      assertThat(withdrawn.isInForce(NOW.minusMillis(1))).isTrue();
    }

    @Test
    void oneThatIsEnteredAfterwardsDoesNotReachBack() {
      proven("surgery", NOW.minus(DAY), null, NOW.plusMillis(1));
      isBlocked();
    }
  }

  @Nested
  class WhereTheLogInTellsOfSkills {

    @Test
    void itProvesThemAndTheRecordTellsWhereThatWasRead() {
      told = Set.of("surgery", "first-aid", "singing");
      competences.taken(OPERATE, "helper");
      assertThat(competences.bars(OPERATE, "helper")).isEmpty();
      assertThat(facts)
          .singleElement()
          .satisfies(
              fact -> {
                assertThat(fact.record()).isEqualTo("INC-1");
                assertThat(fact.what()).isEqualTo("competence.provenByLogIn");
                assertThat(fact.after())
                    .containsAllEntriesOf(
                        Map.of("skill", "surgery", "claim", "skills", "step", "TAKEN"));
              });
    }

    @Test
    void itSaysNothingOfAnybodyElse() {
      told = Set.of("surgery");
      assertThatThrownBy(() -> competences.taken(OPERATE, "somebody-else"))
          .isInstanceOf(Refusal.class);
      assertThat(competences.bars(OPERATE, "somebody-else")).isPresent();
    }

    @Test
    void itIsAskedOnlyForWhatNothingEnteredProves() {
      told = Set.of("surgery");
      proven("surgery", NOW, NOW.plus(DAY), NOW);
      competences.taken(OPERATE, "helper");
      assertThat(facts).isEmpty();
    }

    @Test
    void anotherSkillDoesNotHelp() {
      told = Set.of("first-aid");
      isBlocked();
      assertThat(facts).isEmpty();
    }

    @Test
    void itDoesNotCountOnceTheTokenDoesNotSaySo() {
      told = Set.of("surgery");
      competences.taken(OPERATE, "helper");
      told = Set.of();
      assertThatThrownBy(() -> competences.ended(OPERATE)).isInstanceOf(Refusal.class);
    }
  }

  /** What the database would keep. */
  private class Kept implements ProofStore {

    @Override
    public void lockEntry() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Proof> standing(String account, String skill, Instant now) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> proven(String account, Collection<String> skills, Instant at) {
      asked++;
      return proofs.stream()
          .filter(one -> one.account().equals(account) && skills.contains(one.skill()))
          .filter(one -> one.isInForce(at))
          .map(Proof::skill)
          .toList();
    }

    @Override
    public void add(Proof proof) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void withdraw(Proof proof) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Proof> lock(UUID id) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> whoIsProven(String skill, Collection<String> among, Instant at, int most) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Page find(String account, Instant at, int page, int size) {
      throw new UnsupportedOperationException();
    }
  }
}
