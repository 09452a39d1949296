package org.itsmsuite.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.itsmsuite.calendar.UnknownCalendarException;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The next word: when it is due, to whom it is owed, and when nobody waits for it any more. */
class UpdateClocksTest {

  private static final String INC = "INC-000001";

  private final Desk desk =
      new Desk()
          .promising("P1", "PT15M", "PT4H")
          .answering("P1", "PT30M")
          .promising("P2", "PT4H", "PT8H")
          .answering("P2", "PT1H")
          .promising("P3", "PT2H", "PT18H");

  /** The values of the last fact of that name about the update clock. */
  private Map<String, Object> last(String what) {
    return desk.ledger.of(INC).stream()
        .filter(entry -> entry.what().equals(what) && "UPDATE".equals(entry.after().get("clock")))
        .reduce((one, two) -> two)
        .orElseThrow()
        .after();
  }

  private void keepUpdating(String every, String calendar) {
    desk.clocks.keepUpdating(desk.promise(INC, "P2", desk.now()), Duration.parse(every), calendar);
  }

  @Nested
  class BeforeTheResponse {

    @Test
    void theResponseIsWhatIsDueAndNoUpdateClockStartsK04() {
      desk.open(INC, "P2");
      desk.at("2026-03-02T09:30:00Z").writes(INC, "P2");

      assertThat(desk.taskDue).isEqualTo("2026-03-02T13:00:00Z");
      assertThat(desk.clocks.of(INC))
          .extracting(ClockView::kind)
          .containsExactly(ClockKind.RESPONSE, ClockKind.RESOLUTION);
      assertThat(desk.clocks.due(INC, ClockKind.UPDATE)).isEmpty();
      assertThat(desk.clocks.nextMilestone(INC, ClockKind.UPDATE, desk.now()))
          .isEqualTo(ClockMath.REST);
    }

    @Test
    void aReplyMeetsTheResponseAndStartsNoUpdateClock() {
      desk.open(INC, "P2");
      desk.at("2026-03-02T09:30:00Z").clocks.replied(INC);

      assertThat(desk.response(INC).state()).isEqualTo(ClockState.MET);
      assertThat(desk.clocks.of(INC)).hasSize(2);
    }
  }

  @Nested
  class WhenTheRequesterWrites {

    @BeforeEach
    void respondedAndAsked() {
      desk.open(INC, "P2");
      desk.clocks.acknowledged(INC);
      desk.at("2026-03-02T10:00:00Z").writes(INC, "P2");
    }

    @Test
    void anAnswerIsDueFromThenOn() {
      assertThat(desk.update(INC).startedAt()).isEqualTo("2026-03-02T10:00:00Z");
      assertThat(desk.update(INC).dueAt()).isEqualTo("2026-03-02T11:00:00Z");
      assertThat(desk.taskDue).isEqualTo("2026-03-02T11:00:00Z");
      assertThat(desk.timers).containsEntry(INC + "/update", Instant.parse("2026-03-02T10:30:00Z"));
    }

    @Test
    void againTheEarlierDueCounts() {
      desk.at("2026-03-02T10:40:00Z").writes(INC, "P2");

      assertThat(desk.update(INC).dueAt()).isEqualTo("2026-03-02T11:00:00Z");
    }

    @Test
    void withoutAnAgreementThatHeldAtTheOpeningNoAnswerIsOwedK12() {
      desk.gaps.put("agreement-update", "it is valid until before 2026-01-01");
      desk.clocks.replied(INC);
      desk.writes(INC, "P2");

      assertThat(desk.update(INC).open()).isFalse();
    }

    @Test
    void ourAnswerMeetsIt() {
      desk.at("2026-03-02T10:59:00Z").clocks.replied(INC);

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.MET);
      assertThat(desk.taskDue).isEqualTo("2026-03-02T17:00:00Z");
      assertThat(last("sla.clockMet")).containsEntry("roundsKept", 1);
    }

    @Test
    void anAnswerTooLateIsABreachEvenIfNobodyNoticedInTime() {
      desk.at("2026-03-02T11:30:00Z").clocks.replied(INC);

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.BREACHED);
      assertThat(desk.update(INC).open()).isFalse();
      assertThat(last("sla.clockMet"))
          .containsEntry("roundsMissed", 1)
          .containsEntry("breachedAt", "2026-03-02T11:00:00Z");
    }

    @Test
    void weWroteLastAndTheirSilenceIsNoBreachK05() {
      desk.at("2026-03-02T10:20:00Z").clocks.replied(INC);

      desk.at("2026-03-06T10:20:00Z");
      assertThat(desk.reach(INC)).noneMatch(one -> one.startsWith("UPDATE"));
      assertThat(desk.update(INC).state()).isEqualTo(ClockState.MET);
      assertThat(desk.timers).containsEntry(INC + "/update", ClockMath.REST);
    }

    @Test
    void aSecondQuestionIsAnotherRoundWithMilestonesOfItsOwn() {
      desk.at("2026-03-02T11:00:00Z");
      assertThat(desk.reach(INC)).contains("UPDATE 50%", "UPDATE 75%", "UPDATE 100%");
      desk.at("2026-03-02T12:00:00Z").clocks.replied(INC);
      desk.at("2026-03-02T13:00:00Z").writes(INC, "P2");

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.RUNNING);
      assertThat(desk.update(INC).dueAt()).isEqualTo("2026-03-02T14:00:00Z");
      assertThat(desk.at("2026-03-02T13:45:00Z").reach(INC))
          .contains("UPDATE 50%", "UPDATE 75%")
          .doesNotContain("UPDATE 100%");
      desk.clocks.replied(INC);
      var why = desk.clocks.explain(INC, ClockKind.UPDATE).orElseThrow();
      assertThat(why.kept()).isEqualTo(1);
      assertThat(why.missed()).isEqualTo(1);
    }

    @Test
    void aMilestoneThatANewTargetPutsIntoThePastIsToldThoughARoundBeforeToldItToo() {
      desk.at("2026-03-02T10:30:00Z");
      assertThat(desk.reach(INC)).contains("UPDATE 50%");
      desk.clocks.replied(INC);
      desk.at("2026-03-02T13:00:00Z").writes(INC, "P2");
      desk.at("2026-03-02T13:20:00Z").reprioritise(INC, "P1");

      assertThat(desk.reach(INC)).contains("UPDATE 50%");
    }
  }

  @Nested
  class WhenNobodyWaitsAnyMore {

    @BeforeEach
    void respondedAndAsked() {
      desk.open(INC, "P2");
      desk.clocks.acknowledged(INC);
      desk.at("2026-03-02T10:00:00Z").writes(INC, "P2");
      desk.at("2026-03-02T10:10:00Z");
    }

    @Test
    void asThePriorityPromisesNoUpdateItIsCancelledWithoutAlarmK06() {
      desk.reprioritise(INC, "P3");

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.CANCELLED);
      assertThat(desk.facts(INC)).contains("sla.clockCancelled");
      assertThat(desk.at("2026-03-03T10:00:00Z").reach(INC))
          .noneMatch(one -> one.startsWith("UPDATE"));
    }

    @Test
    void becauseThePriorityPromisesAnotherOneTheTargetMoves() {
      desk.reprioritise(INC, "P1");

      assertThat(desk.update(INC).dueAt()).isEqualTo("2026-03-02T10:30:00Z");
    }

    @Test
    void theResolutionIsWordToo() {
      desk.clocks.resolved(INC);

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.MET);
      desk.at("2026-03-02T10:20:00Z").writes(INC, "P2");
      assertThat(desk.update(INC).open()).isFalse();
    }

    @Test
    void afterTheReopeningTheNextMessageStartsIt() {
      desk.clocks.resolved(INC);
      desk.at("2026-03-02T12:00:00Z").clocks.reopened(INC);
      assertThat(desk.update(INC).open()).isFalse();
      desk.writes(INC, "P2");

      assertThat(desk.update(INC).dueAt()).isEqualTo("2026-03-02T13:00:00Z");
    }

    @Test
    void aCancelledRecordOwesNothing() {
      desk.clocks.cancelled(INC);
      desk.writes(INC, "P2");

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.CANCELLED);
      assertThat(desk.at("2026-03-05T10:00:00Z").reach(INC)).isEmpty();
    }
  }

  @Nested
  class EverySoOften {

    @BeforeEach
    void declared() {
      desk.open(INC, "P2");
      desk.at("2026-03-02T17:00:00Z");
      keepUpdating("PT30M", Desk.ALWAYS);
    }

    @Test
    void wordIsDueAndHasATaskOfItsOwn() {
      assertThat(desk.update(INC).periodic()).isTrue();
      assertThat(desk.updateDue).isEqualTo("2026-03-02T17:30:00Z");
      assertThat(desk.taskDue).isEqualTo("2026-03-02T13:00:00Z");
      assertThat(desk.clocks.due(INC, ClockKind.UPDATE)).contains(desk.updateDue);
    }

    @Test
    void eachWordMakesTheNextOneDueInTheGivenCalendar() {
      desk.at("2026-03-02T17:20:00Z").clocks.replied(INC);
      desk.at("2026-03-02T18:00:00Z").clocks.replied(INC);

      assertThat(desk.updateDue).isEqualTo("2026-03-02T18:30:00Z");
      assertThat(desk.update(INC).state()).isEqualTo(ClockState.RUNNING);
      var why = desk.clocks.explain(INC, ClockKind.UPDATE).orElseThrow();
      assertThat(why.kept()).isEqualTo(1);
      assertThat(why.missed()).isEqualTo(1);
    }

    @Test
    void eachRoundHasItsOwnAlarm() {
      desk.at("2026-03-02T17:30:00Z");
      assertThat(desk.reach(INC)).contains("UPDATE 100%");
      desk.at("2026-03-02T17:31:00Z").clocks.replied(INC);

      assertThat(desk.reach(INC)).isEmpty();
      assertThat(desk.at("2026-03-02T18:01:00Z").reach(INC)).contains("UPDATE 100%");
    }

    @Test
    void aMessageOfTheRequesterChangesNothing() {
      desk.clocks.acknowledged(INC);
      desk.at("2026-03-02T17:10:00Z").writes(INC, "P2");

      assertThat(desk.updateDue).isEqualTo("2026-03-02T17:30:00Z");
    }

    @Test
    void itStaysWhateverThePriorityPromisesAndEscalatesAsThatPriority() {
      desk.at("2026-03-02T17:10:00Z").reprioritise(INC, "P3");

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.RUNNING);
      assertThat(desk.updateDue).isEqualTo("2026-03-02T17:30:00Z");
      assertThat(desk.store.of(INC)).extracting(SlaClock::priority).containsOnly("P3");
    }

    @Test
    void waitingDoesNotStopIt() {
      desk.clocks.waiting(INC, "CUSTOMER");

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void spansOfTheRecordStillCountInTheCalendarOfItsResolution() {
      assertThat(
              desk.clocks.after(
                  INC,
                  WorkingSpan.parse("PT2H"),
                  Instant.parse("2026-03-02T17:00:00Z"),
                  Desk.ALWAYS))
          .isEqualTo("2026-03-03T10:00:00Z");
    }

    @Test
    void itEndsWhenItIsWantedNoLonger() {
      desk.at("2026-03-02T17:10:00Z").clocks.updatesEnded(INC);

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.CANCELLED);
      assertThat(last("sla.clockCancelled")).doesNotContainKey("roundsMissed");
      assertThat(desk.at("2026-03-02T19:00:00Z").reach(INC))
          .noneMatch(one -> one.startsWith("UPDATE"));
    }

    @Test
    void endedTooLateTheLastRoundCountsAsMissed() {
      desk.at("2026-03-02T17:40:00Z").clocks.updatesEnded(INC);

      assertThat(last("sla.clockCancelled")).containsEntry("roundsMissed", 1);
    }

    @Test
    void afterItsEndAnswersAreOwedAsBefore() {
      desk.clocks.acknowledged(INC);
      desk.clocks.updatesEnded(INC);
      desk.at("2026-03-02T17:30:00Z").writes(INC, "P2");

      assertThat(desk.update(INC).periodic()).isFalse();
      assertThat(desk.update(INC).dueAt()).isEqualTo("2026-03-03T09:30:00Z");
    }

    @Test
    void itEndsWithTheResolutionAndGoesOnWithTheReopening() {
      desk.at("2026-03-02T17:10:00Z").clocks.resolved(INC);
      assertThat(desk.update(INC).state()).isEqualTo(ClockState.MET);
      desk.at("2026-03-02T19:00:00Z").clocks.reopened(INC);

      assertThat(desk.update(INC).state()).isEqualTo(ClockState.RUNNING);
      assertThat(desk.updateDue).isEqualTo("2026-03-02T19:30:00Z");
    }

    @Test
    void endedBeforeTheResolutionTheReopeningDoesNotReviveIt() {
      desk.clocks.updatesEnded(INC);
      desk.clocks.resolved(INC);
      desk.clocks.reopened(INC);

      assertThat(desk.update(INC).open()).isFalse();
    }
  }

  @Nested
  class DeclaredWhileSomebodyWaits {

    @Test
    void thePeriodReplacesTheAnswerThatWasDue() {
      desk.open(INC, "P2");
      desk.clocks.acknowledged(INC);
      desk.at("2026-03-02T10:00:00Z").writes(INC, "P2");
      desk.at("2026-03-02T10:50:00Z");
      keepUpdating("PT20M", Desk.OFFICE);

      assertThat(desk.update(INC).dueAt()).isEqualTo("2026-03-02T11:10:00Z");
      assertThat(last("sla.targetChanged"))
          .containsEntry("target", "PT20M")
          .doesNotContainKey("roundsMissed");
    }

    @Test
    void anAnswerThatWasOverdueStaysCounted() {
      desk.open(INC, "P2");
      desk.clocks.acknowledged(INC);
      desk.at("2026-03-02T10:00:00Z").writes(INC, "P2");
      desk.at("2026-03-02T12:00:00Z");
      keepUpdating("PT20M", Desk.OFFICE);

      assertThat(last("sla.targetChanged")).containsEntry("roundsMissed", 1);
      assertThat(desk.update(INC).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void aPeriodMustBePositiveAndItsCalendarKnown() {
      desk.open(INC, "P2");

      assertThatThrownBy(() -> keepUpdating("PT0S", Desk.OFFICE))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> assertThat(refusal.key()).isEqualTo("sla.target-not-positive"));
      assertThatThrownBy(() -> keepUpdating("PT1H", "unheard-of"))
          .isInstanceOf(UnknownCalendarException.class);
      assertThat(desk.clocks.of(INC)).hasSize(2);
    }
  }

  @Nested
  class OfTheSameMatter {

    private static final String EARLIER = "INC-000002";

    @BeforeEach
    void twoRecords() {
      desk.open(EARLIER, "P2");
      desk.at("2026-03-02T10:00:00Z").open(INC, "P2");
    }

    @Test
    void theMergedOneRaisesNoAlarmAndTheOtherKeepsTheEarliestOpeningK08() {
      desk.at("2026-03-02T10:30:00Z").clocks.cancelled(EARLIER);
      desk.clocks.openedEarlier(INC, Desk.MONDAY_NINE);

      assertThat(desk.response(INC).dueAt()).isEqualTo("2026-03-02T13:00:00Z");
      assertThat(desk.resolution(INC).dueAt()).isEqualTo("2026-03-02T17:00:00Z");
      assertThat(desk.timers)
          .containsEntry(INC + "/response", Instant.parse("2026-03-02T11:00:00Z"));
      assertThat(desk.facts(INC)).contains("sla.openedEarlier");
      assertThat(desk.at("2026-03-04T10:00:00Z").reach(EARLIER)).isEmpty();
    }

    @Test
    void whatIsPastByThenIsDueAtOnce() {
      desk.at("2026-03-02T13:30:00Z").clocks.openedEarlier(INC, Desk.MONDAY_NINE);

      assertThat(desk.reach(INC)).contains("RESPONSE 100%", "RESOLUTION 50%");
    }

    @Test
    void aLaterOpeningChangesNothing() {
      desk.clocks.openedEarlier(EARLIER, Instant.parse("2026-03-02T10:00:00Z"));

      assertThat(desk.response(EARLIER).startedAt()).isEqualTo(Desk.MONDAY_NINE);
      assertThat(desk.facts(EARLIER)).doesNotContain("sla.openedEarlier");
    }

    @Test
    void aMetResponseStaysMet() {
      desk.clocks.acknowledged(INC);
      desk.clocks.openedEarlier(INC, Desk.MONDAY_NINE);

      assertThat(desk.response(INC).startedAt()).isEqualTo("2026-03-02T10:00:00Z");
      assertThat(desk.response(INC).state()).isEqualTo(ClockState.MET);
    }
  }
}
