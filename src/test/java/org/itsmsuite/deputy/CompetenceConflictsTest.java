package org.itsmsuite.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.competence.CompetenceRegister;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.competence.Proof;
import org.itsmsuite.competence.ProofStore;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.deputy.StandIn.Why;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.LogInClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody is away from work that nobody does without having learned it. */
class CompetenceConflictsTest {

  private static final String NEEDS =
      """
      skills: [{id: surgery, meaning: cuts}]
      needs:
        - {skill: surgery, process: help, task: task_operate, policy: BLOCK}
      """;

  private final Set<String> skilled = new HashSet<>();
  private final Office office = new Office();

  @BeforeEach
  void oneIsAway() {
    office.conflicts.add(
        new CompetenceConflicts(
            new Competences(
                CompetenceRegister.read(new ContentInMemory().with(CompetenceRegister.FILE, NEEDS)),
                new Skilled(),
                LogInClaims.NONE,
                () -> new Actor("a", Set.of("cab")),
                office.ledger,
                office.clock)));
    office.away("b", "d", 1, 6);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private StandIn standIn(String task) {
    return office.deputies.of("b", Work.task(null, List.of("cab"), "help", task));
  }

  @Test
  void aDeputyWhoHasNotLearnedItIsPassedBy() {
    skilled.add("b");
    assertThat(standIn("task_operate").why()).isEqualTo(Why.CONFLICTED);
  }

  @Test
  void aDeputyWhoHasLearnedItDoesItForSomebodyWhoHasNot() {
    skilled.add("d");
    assertThat(standIn("task_operate").account()).isEqualTo("d");
  }

  @Test
  void whatNeedsNoSkillAnyDeputyDoes() {
    assertThat(standIn("task_talk").account()).isEqualTo("d");
  }

  /** Who is proven is asked; nothing else is. */
  private class Skilled implements ProofStore {

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
      return skilled.contains(account) ? List.copyOf(skills) : List.of();
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
