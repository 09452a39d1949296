package org.itsmsuite.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.deputy.Office.day;

import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AbsencesTest {

  private final Office office = new Office();

  @AfterEach
  void close() {
    office.close();
  }

  private static void refused(ThrowingCallable call, String key) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
  }

  private List<String> facts() {
    return office.ledger.facts().stream().map(Fact::what).toList();
  }

  @Nested
  class Entering {

    @Test
    void isAFactThatTellsWhoEnteredItForWhom() {
      Absence absence = office.away("b", "d", 2, 6);

      LedgerEntry entry = office.ledger.of(absence.record()).get(0);
      assertThat(entry.actor()).isEqualTo("change-manager");
      assertThat(entry.after())
          .containsEntry("account", "b")
          .containsEntry("deputy", "d")
          .containsEntry("reason", "In the mountains");
    }

    @Test
    void tellsTheDeputyAndNotTheReason() {
      office.away("b", "d", 2, 6);

      assertThat(office.messages.told())
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.recipient()).isEqualTo("user:d");
                assertThat(told.notification().values().toString()).doesNotContain("mountains");
              });
    }

    @Test
    void passesTasksOnAtOnceIfItHasBegun() {
      office.away("b", "d", 1, 6);
      assertThat(office.moved).containsExactly("begins");
    }

    @Test
    void leavesTasksAloneIfItBeginsLater() {
      office.away("b", "d", 2, 6);
      assertThat(office.moved).isEmpty();
    }

    @Test
    void isForStaffOnly() {
      refused(() -> office.away("requester", null, 2, 6), "absence.not-staff");
      office.staff.with("supplier-1", "suppliers").with("auditor", "auditors");
      refused(() -> office.away("supplier-1", null, 2, 6), "absence.not-staff");
      refused(() -> office.away("auditor", null, 2, 6), "absence.not-staff");
    }

    @Test
    void tellsTimesAsPeopleReadThem() {
      office.away("b", "d", 2, 6);

      assertThatThrownBy(() -> office.away("b", "c", 5, 8))
          .hasMessageContaining("Tue 2 Mar 2027 00:00 (Z) until Sat 6 Mar 2027 00:00 (Z)");
      office.on(5);
      assertThatThrownBy(() -> office.away("a", "d", 2, 6))
          .hasMessageContaining("24 h ago")
          .hasMessageNotContaining("PT");
    }

    @Test
    void forOthersIsForManagers() {
      office.as("specialist");
      refused(() -> office.away("b", "d", 2, 6), "absence.not-yours");
    }

    @Test
    void forOneselfIsForAllStaff() {
      office.as("specialist");
      assertThat(office.away("specialist", "engineer", 2, 6).account()).isEqualTo("specialist");
    }
  }

  @Nested
  class TheSpan {

    @Test
    void endsAfterItBegins() {
      refused(() -> office.away("b", "d", 6, 6), "absence.ends-before-it-begins");
      refused(() -> office.away("b", "d", 6, 2), "absence.ends-before-it-begins");
    }

    @Test
    void isNotOverAlready() {
      refused(() -> office.on(9).away("b", "d", 8, 9), "absence.over-already");
    }

    @Test
    void mayHaveBegunAsLongAgoAsTheRulesTolerate() {
      office.at(day(3));
      assertThat(office.away("b", "d", 2, 6).from()).isEqualTo(day(2));

      office.at(day(3).plus(Duration.ofSeconds(1)));
      refused(() -> office.away("a", "d", 2, 6), "absence.in-the-past");
    }
  }

  @Nested
  class TheDeputy {

    @Test
    void hasAnAccount() {
      refused(() -> office.away("b", "nobody", 2, 6), "absence.unknown-deputy");
    }

    @Test
    void isSomebodyElse() {
      refused(() -> office.away("b", "b", 2, 6), "absence.own-deputy");
    }

    @Test
    void isInTheGroup() {
      refused(() -> office.away("b", "cab", "specialist", 2, 6), "absence.deputy-not-of-group");
    }

    @Test
    void orInOneThatTheRulesNameForIt() {
      assertThat(office.away("specialist", "second-level", "engineer", 2, 6).deputy())
          .isEqualTo("engineer");
    }

    @Test
    void isNeededOnlyForAGroupOneIsIn() {
      refused(() -> office.away("a", "second-level", "specialist", 2, 6), "absence.not-of-group");
    }
  }

  @Nested
  class TwoAbsencesAtATime {

    @Test
    void cannotNameTwoDeputiesForTheSameGroup() {
      office.away("b", "d", 2, 6);
      refused(() -> office.away("b", "c", 5, 8), "absence.overlaps");
    }

    @Test
    void areNotEnteredTwiceForTheSameDeputyEither() {
      office.away("b", "d", 2, 6);
      refused(() -> office.away("b", "d", 2, 6), "absence.overlaps");
      refused(() -> office.away("b", "d", 5, 8), "absence.overlaps");
    }

    @Test
    void areOneWhenTheOtherWasCalledOffByMistake() {
      office.calledOff(office.away("b", "d", 1, 6));
      assertThat(office.away("b", "d", 1, 6).until()).isEqualTo(day(6));
    }

    @Test
    void canNameOneForEachGroup() {
      office.away("b", "cab", "d", 2, 6);
      assertThat(office.away("b", "second-level", "specialist", 2, 6).deputy())
          .isEqualTo("specialist");
    }

    @Test
    void canFollowEachOtherWithoutAGap() {
      office.away("b", "d", 2, 6);
      assertThat(office.away("b", "c", 6, 8).from()).isEqualTo(day(6));
    }
  }

  /** V11. */
  @Nested
  class ACircle {

    @Test
    void isRefusedWithThePathThatClosesIt() {
      office.away("a", "b", 2, 6);

      assertThatThrownBy(() -> office.away("b", "a", 5, 8))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.key()).isEqualTo("absence.cycle");
                assertThat(refusal).hasMessageContaining("b → a → b");
              });
      assertThat(facts()).containsExactly("absence.entered");
    }

    @Test
    void isRefusedHoweverLong() {
      office.away("a", "b", 2, 6);
      office.away("b", "c", 3, 8);
      office.away("c", "d", 4, 8);
      assertThatThrownBy(() -> office.away("d", "a", 5, 9))
          .hasMessageContaining("d → a → b → c → d");
    }

    @Test
    void needsAnInstantAtWhichAllAreAway() {
      office.away("a", "b", 2, 4);
      assertThat(office.away("b", "a", 4, 8).deputy()).isEqualTo("a");
    }

    @Test
    void needsAGroupInWhichAllAreAway() {
      office.staff.with("a", "cab", "second-level");
      office.away("a", "cab", "b", 2, 6);
      assertThat(office.away("b", "second-level", "a", 2, 6).deputy()).isEqualTo("a");
      refused(() -> office.away("b", "cab", "a", 2, 6), "absence.cycle");
    }
  }

  @Nested
  class CallingOff {

    @Test
    void endsOneThatHasBegunNow() {
      Absence absence = office.away("b", "d", 1, 6);
      office.on(3).calledOff(absence);

      assertThat(office.moved).containsExactly("begins", "ends");
      assertThat(office.deputies.of("b", Work.on(null, "cab")).isPresent()).isTrue();
      assertThat(facts()).containsExactly("absence.entered", "absence.calledOff");
    }

    @Test
    void ofOneThatIsStillToComeMakesRoomForAnother() {
      office.calledOff(office.away("b", "d", 2, 6));
      assertThat(office.away("b", "c", 2, 6).deputy()).isEqualTo("c");
    }

    @Test
    void ofSomebodyElsesLooksAsIfItWereNotThere() {
      Absence absence = office.away("b", "d", 2, 6);
      office.as("specialist");
      refused(() -> office.calledOff(absence), "absence.not-found");
    }

    @Test
    void isTooLateWhenItIsOver() {
      Absence absence = office.away("b", "d", 2, 6);
      office.on(7);
      refused(() -> office.calledOff(absence), "absence.over");
    }
  }
}
