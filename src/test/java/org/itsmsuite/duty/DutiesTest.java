package org.itsmsuite.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConferredGroups;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DutiesTest {

  private static final String CONFIRM = "incident-confirmation";
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");
  private static final DutyException EXCEPTION =
      new DutyException(
          7, CONFIRM, "Alone", "boss", MORNING, MORNING, MORNING.plusSeconds(60), null, null);

  private final List<Fact> facts = new ArrayList<>();
  private final List<String> uses = new ArrayList<>();
  private final Set<String> engaged = new HashSet<>();
  private Actor actor = new Actor("maker", Set.of());
  private DutyException granted;

  private final Duties duties =
      new Duties(
          DutyRegister.read(new FolderContent(Path.of(""))),
          () -> List.of(new Maker()),
          new GrantedExceptions() {
            @Override
            public Optional<DutyException> inForce(String duty) {
              return Optional.ofNullable(granted).filter(one -> one.duty().equals(duty));
            }

            @Override
            public void used(DutyException exception, String subject, String account) {
              uses.add(exception.id() + " " + subject + " " + account);
            }
          },
          () -> new Engagements(),
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
          });

  /** Everything about INC-1 was done by maker. */
  private static class Maker implements DutyHolders {
    @Override
    public Set<String> duties() {
      return Set.of(CONFIRM, "major-incident-review", "security-review");
    }

    @Override
    public Set<String> holders(String subject, String duty) {
      return subject.equals("INC-1") ? Set.of("maker") : Set.of();
    }
  }

  private class Engagements implements ConferredGroups {
    @Override
    public Set<String> inForce(String account, Set<String> stored) {
      return stored;
    }

    @Override
    public Set<String> everGivenTo(String account) {
      return engaged.contains(account) ? Set.of(Groups.ENGAGED_AUDITORS) : Set.of();
    }

    @Override
    public Set<String> everGiven(String group) {
      return engaged;
    }
  }

  private static void isRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable step) {
    assertThatThrownBy(step)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.key()).isEqualTo("duties.conflict");
              assertThat(refusal.getMessage()).contains(CONFIRM);
            });
  }

  @Nested
  class OnOneRecord {

    @Test
    void whoDidTheFirstDoesNotDoTheSecond() {
      isRefused(() -> duties.require("INC-1", CONFIRM));
      assertThat(duties.allows("INC-1", CONFIRM)).isFalse();
      assertThat(duties.conflicts("INC-1", CONFIRM, "maker")).isPresent();
    }

    @Test
    void somebodyElseDoesAndSoDoesTheSuite() {
      for (Actor other : List.of(new Actor("other", Set.of()), Actor.SYSTEM)) {
        actor = other;
        duties.require("INC-1", CONFIRM);
        assertThat(duties.allows("INC-1", CONFIRM)).isTrue();
      }
      assertThat(facts).isEmpty();
    }

    @Test
    void onAnotherRecordItIsNoMatter() {
      duties.require("INC-2", CONFIRM);
      assertThat(duties.conflicts("INC-2", CONFIRM, "maker")).isEmpty();
    }

    @Test
    void aLineThatIsNotThereIsAMistakeOfTheCode() {
      assertThatThrownBy(() -> duties.require("INC-1", "unheard-of"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("unheard-of");
    }
  }

  @Nested
  class Tasks {

    private static final String TRIAGE = "incident-triage";
    private static final String CONFIRMATION = "userTask_confirmResolution";
    private static final String REVIEW = "userTask_reviewMajorIncident";

    @Test
    void aValueDecidesWhereTheLineNamesOne() {
      duties.completing("INC-1", TRIAGE, CONFIRMATION, Map.of("confirmed", "NO"));
      assertThat(duties.conflictsOfTask("INC-1", TRIAGE, CONFIRMATION, "maker")).isEmpty();
      isRefused(() -> duties.completing("INC-1", TRIAGE, CONFIRMATION, Map.of("confirmed", "YES")));
    }

    @Test
    void leavingItAnotherWayIsTheDutyToo() {
      isRefused(() -> duties.leaving("INC-1", TRIAGE, CONFIRMATION));
      isRefused(() -> duties.repairing("INC-1"));
    }

    @Test
    void withoutAValueItIsNotEvenTaken() {
      assertThat(duties.conflictsOfTask("INC-1", "major-incident", REVIEW, "maker")).isPresent();
      assertThat(duties.conflictsOfTask("INC-1", "major-incident", REVIEW, "other")).isEmpty();
      assertThat(duties.conflictsOfTask("INC-1", TRIAGE, REVIEW, "maker")).isEmpty();
    }
  }

  @Nested
  class WithAnException {

    @Test
    void itPassesAndIsNoted() {
      granted = EXCEPTION;
      duties.require("INC-1", CONFIRM);

      assertThat(uses).containsExactly("7 INC-1 maker");
      assertThat(facts)
          .singleElement()
          .satisfies(
              fact -> {
                assertThat(fact.record()).isEqualTo("INC-1");
                assertThat(fact.what()).isEqualTo("duties.exceptionUsed");
                assertThat(fact.after()).containsEntry("duty", CONFIRM);
              });
    }

    @Test
    void askingIsNoUse() {
      granted = EXCEPTION;
      assertThat(duties.conflicts("INC-1", CONFIRM, "maker")).isEmpty();
      assertThat(uses).isEmpty();
      assertThat(facts).isEmpty();
    }

    @Test
    void otherDutiesStayApart() {
      granted = EXCEPTION;
      assertThat(duties.conflicts("INC-1", "security-review", "maker")).isPresent();
    }
  }

  @Nested
  class OfAccounts {

    @Test
    void anAuditorHoldsNoOtherRole() {
      assertThat(duties.conflictsOfGroups("a", Set.of("auditors"))).isEmpty();
      assertThat(duties.conflictsOfGroups("a", Set.of("cab", "cab-chairs"))).isEmpty();
      assertThat(duties.conflictsOfGroups("a", Set.of("auditors", "customers"))).isPresent();
    }

    @Test
    void neitherDoesSomebodyWhoWasEverEngagedAsOne() {
      engaged.add("visitor");
      assertThat(duties.conflictsOfGroups("visitor", Set.of("service-desk"))).isPresent();
      assertThat(duties.conflictsOfGroups("visitor", Set.of("auditors"))).isEmpty();
    }
  }

  @Nested
  class TheFile {

    private DutyRegister read(String yaml) {
      return DutyRegister.read(
          new org.itsmsuite.content.ContentInMemory().with(DutyRegister.FILE, yaml));
    }

    private static String line(String rest) {
      return """
          longestException: 10
          duties:
            - id: a
              practice: incident
              first: f
              second: s
              why: w
              says: x
          """
          + rest.indent(4);
    }

    private void isFaulty(String key, String yaml) {
      assertThatThrownBy(() -> read(yaml))
          .isInstanceOfSatisfying(
              ContentException.class, fault -> assertThat(fault.key()).isEqualTo(key));
    }

    @Test
    void saysWhereItIsWrong() {
      isFaulty("duties.unknown-scope", line("scope: EVERYWHERE"));
      isFaulty("duties.not-for-scope", line("scope: ACCOUNT"));
      isFaulty("duties.not-for-scope", line("scope: RECORD\nfirstGroups: [auditors]"));
      isFaulty(
          "duties.unknown-group",
          line("scope: ACCOUNT\nfirstGroups: [auditor]\nsecondGroups: [cab]"));
      isFaulty(
          "duties.no-exception-possible",
          line("scope: ACCOUNT\nfirstGroups: [auditors]\nsecondGroups: ['*']\nexcept: true"));
      isFaulty("duties.bad-longest", line("scope: ITEM").replace("10", "0"));
    }

    @Test
    void aLineThatNobodyEnforcesStopsTheStart() {
      var register = read(line("scope: ITEM"));
      assertThatThrownBy(() -> register.check(List.of()))
          .isInstanceOfSatisfying(
              ContentException.class,
              fault -> assertThat(fault.key()).isEqualTo("duties.not-enforced"));
    }

    @Test
    void aPracticeThatSpeaksOfNoLineStopsTheStart() {
      var register = read(line("scope: ITEM"));
      assertThatThrownBy(() -> register.check(List.of(new Maker())))
          .isInstanceOfSatisfying(
              ContentException.class,
              fault -> assertThat(fault.key()).isEqualTo("duties.unknown-duty"));
    }
  }
}
