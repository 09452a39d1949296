package org.itsmsuite.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of behaviour that clocks keep; ids such as K13 name the known cases they come from. */
class ClocksTest {

  private static final String INC = "INC-000001";

  private final Desk desk =
      new Desk().promising("P1", "PT15M", "PT4H").promising("P3", "PT2H", "PT18H");

  @Nested
  class AtTheStart {

    @Test
    void bothClocksRunInServiceHours() {
      desk.at("2026-03-06T16:00:00Z").open(INC, "P1");

      assertThat(desk.response(INC).dueAt()).isEqualTo("2026-03-06T16:15:00Z");
      assertThat(desk.resolution(INC).dueAt()).isEqualTo("2026-03-09T11:00:00Z");
      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void theTaskIsDueWithTheEarliestClock() {
      desk.open(INC, "P1");

      assertThat(desk.taskDue).isEqualTo("2026-03-02T09:15:00Z");
    }

    @Test
    void timersAreSetToTheFirstMilestone() {
      desk.open(INC, "P1");

      assertThat(desk.timers)
          .containsEntry("INC-000001/resolution", Instant.parse("2026-03-02T11:00:00Z"));
    }

    @Test
    void withoutAPolicyNothingIsMeasuredK12() {
      desk.open(INC, "P9");

      assertThat(desk.clocks.of(INC)).isEmpty();
      assertThat(desk.facts(INC)).containsExactly("sla.notCovered");
    }

    @Test
    void anAgreementThatDoesNotHoldYetPromisesNothingK12() {
      desk.gaps.put("agreement-response", "it is valid from 2027-01-01 only");
      desk.gaps.put("agreement-resolution", "it is valid from 2027-01-01 only");
      desk.open(INC, "P1");

      assertThat(desk.clocks.of(INC)).isEmpty();
      assertThat(desk.ledger.of(INC))
          .extracting(entry -> entry.what() + " " + entry.after().get("agreement"))
          .containsExactly(
              "sla.notCovered agreement-response", "sla.notCovered agreement-resolution");
      assertThat(desk.ledger.of(INC).get(0).after())
          .containsEntry("why", "it is valid from 2027-01-01 only");
    }

    @Test
    void whatAnotherAgreementPromisesIsMeasured() {
      desk.gaps.put("agreement-response", "it is valid from 2027-01-01 only");
      desk.open(INC, "P1");

      assertThat(desk.clocks.of(INC))
          .extracting(ClockView::kind)
          .containsExactly(ClockKind.RESOLUTION);
      assertThat(desk.facts(INC)).containsExactly("sla.notCovered", "sla.clockStarted");
    }

    @Test
    void theClockNamesItsAgreementAndRequirement() {
      desk.open(INC, "P1");

      assertThat(desk.resolution(INC).agreement()).isEqualTo("agreement-resolution");
      assertThat(desk.resolution(INC).requirement()).isEqualTo("requirement-resolution");
    }

    @Test
    void theRemainingTimeDoesNotDependOnWhereTheReaderSitsK14() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T09:01:00Z");

      assertThat(desk.resolution(INC).elapsed()).isEqualTo(Duration.ofMinutes(1));
      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.RUNNING);
    }
  }

  @Nested
  class WhileWaiting {

    @Test
    void theDueMovesByTheServiceTimeWaited() {
      desk.open(INC, "P3");
      desk.at("2026-03-02T10:00:00Z").clocks.waiting(INC, "CUSTOMER");
      desk.at("2026-03-02T12:00:00Z").clocks.resumed(INC, "CUSTOMER");

      assertThat(desk.resolution(INC).dueAt()).isEqualTo("2026-03-04T11:00:00Z");
    }

    @Test
    void theTimerRestsAndTheStateSaysSo() {
      desk.open(INC, "P3");
      desk.at("2026-03-02T10:00:00Z").clocks.waiting(INC, "CUSTOMER");

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.PAUSED);
      assertThat(desk.timers.get("INC-000001/resolution")).isEqualTo("9999-01-01T00:00:00Z");
    }

    @Test
    void theResponseClockGoesOn() {
      desk.open(INC, "P3");
      desk.clocks.waiting(INC, "CUSTOMER");

      assertThat(desk.response(INC).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void forASupplierTheCustomersClockGoesOn() {
      desk.open(INC, "P3");
      desk.clocks.waiting(INC, "SUPPLIER");

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void outsideServiceHoursCostsNothing() {
      desk.open(INC, "P3");
      desk.at("2026-03-02T18:30:00Z").clocks.waiting(INC, "CUSTOMER");
      desk.at("2026-03-03T08:30:00Z").clocks.resumed(INC, "CUSTOMER");

      assertThat(desk.resolution(INC).dueAt()).isEqualTo("2026-03-03T18:00:00Z");
    }

    @Test
    void solvingEndsTheWaitAtThatInstantK13() {
      desk.open(INC, "P3");
      desk.at("2026-03-02T10:00:00Z").clocks.waiting(INC, "CUSTOMER");
      desk.at("2026-08-03T10:00:00Z").clocks.resolved(INC);

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.MET);
      assertThat(desk.resolution(INC).elapsed()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void theShareUsedNeverTurnsNegativeOrWildK15() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T14:00:00Z").clocks.waiting(INC, "CUSTOMER");
      desk.at("2026-06-02T14:00:00Z").clocks.resumed(INC, "CUSTOMER");

      assertThat(desk.resolution(INC).percent()).isEqualTo(125);
    }
  }

  @Nested
  class WhenThePriorityChanges {

    @Test
    void upwardsTheNewTargetCountsFromTheStartAndABreachIsOneAtOnce() {
      desk.open(INC, "P3");
      desk.at("2026-03-02T15:00:00Z").reprioritise(INC, "P1");

      assertThat(desk.resolution(INC).dueAt()).isEqualTo("2026-03-02T13:00:00Z");
      assertThat(desk.reach(INC)).contains("RESOLUTION 100%");
      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void theLedgerShowsBothTargets() {
      desk.open(INC, "P3");
      desk.reprioritise(INC, "P1");

      var changed =
          desk.ledger.of(INC).stream()
              .filter(entry -> entry.what().equals("sla.targetChanged"))
              .filter(entry -> entry.after().get("clock").equals("RESOLUTION"))
              .findFirst()
              .orElseThrow();
      assertThat(changed.before()).containsEntry("target", "PT18H");
      assertThat(changed.after()).containsEntry("target", "PT4H");
    }

    @Test
    void downwardsABreachIsNotUndone() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T14:00:00Z");
      desk.reach(INC);
      desk.reprioritise(INC, "P3");

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void downwardsAfterTheLimitIsALateDowngrade() {
      desk.open(INC, "P1");

      assertThat(
              desk.at("2026-03-02T11:00:00Z")
                  .clocks
                  .isLateDowngrade(desk.promise(INC, "P3", Desk.MONDAY_NINE)))
          .isTrue();
    }

    @Test
    void downwardsInTimeIsFree() {
      desk.open(INC, "P1");
      desk.clocks.acknowledged(INC);

      assertThat(
              desk.at("2026-03-02T11:00:00Z")
                  .clocks
                  .isLateDowngrade(desk.promise(INC, "P3", Desk.MONDAY_NINE)))
          .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
      "RETROACTIVE, 2026-03-02T13:00:00Z",
      "FORWARD, 2026-03-02T16:00:00Z",
      "PROPORTIONAL, 2026-03-02T15:20:00Z",
      "RESTART, 2026-03-02T16:00:00Z"
    })
    void eachPolicyGivesItsDue(PriorityChange policy, Instant due) {
      for (var priority : List.of("P3", "P1")) {
        desk.targets.put(
            priority,
            List.of(
                Desk.target(
                    ClockKind.RESOLUTION,
                    priority.equals("P1") ? "PT4H" : "PT18H",
                    Set.of(),
                    policy,
                    Reopening.CONTINUE)));
      }
      desk.open(INC, "P3");
      desk.at("2026-03-02T12:00:00Z").reprioritise(INC, "P1");

      assertThat(desk.resolution(INC).dueAt()).isEqualTo(due);
    }

    @Test
    void theCalendarVersionStaysPinned() {
      desk.open(INC, "P3");
      desk.reprioritise(INC, "P1");

      assertThat(desk.resolution(INC).calendarVersion()).isEqualTo(1);
    }
  }

  @Nested
  class WhenReopened {

    @Test
    void theClockGoesOnAndTheResolvedTimeIsLeftOut() {
      desk.open(INC, "P3");
      desk.at("2026-03-02T10:00:00Z").clocks.resolved(INC);
      desk.at("2026-03-03T10:00:00Z").clocks.reopened(INC);

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.RUNNING);
      assertThat(desk.resolution(INC).elapsed()).isEqualTo(Duration.ofHours(1));
      assertThat(desk.resolution(INC).dueAt()).isEqualTo("2026-03-04T18:00:00Z");
    }

    @Test
    void aMetResponseStaysMet() {
      desk.open(INC, "P3");
      desk.clocks.acknowledged(INC);
      desk.clocks.resolved(INC);
      desk.clocks.reopened(INC);

      assertThat(desk.response(INC).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void whatWasTakenForSomethingElseCountsOnFromItsStart() {
      desk.targets.put(
          "P3",
          List.of(
              Desk.target(
                  ClockKind.RESOLUTION,
                  "PT9H",
                  Set.of("CUSTOMER"),
                  PriorityChange.RETROACTIVE,
                  Reopening.CONTINUE)));
      desk.open(INC, "P3");
      desk.at("2026-03-02T10:00:00Z").clocks.waiting(INC, "CUSTOMER");
      desk.at("2026-03-02T11:00:00Z").clocks.cancelled(INC);
      desk.at("2026-03-02T12:00:00Z").clocks.reopened(INC);

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.RUNNING);
      assertThat(desk.resolution(INC).elapsed()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void withRestartItCountsAnew() {
      desk.targets.put(
          "P3",
          List.of(
              Desk.target(
                  ClockKind.RESOLUTION,
                  "PT9H",
                  Set.of(),
                  PriorityChange.RETROACTIVE,
                  Reopening.RESTART)));
      desk.open(INC, "P3");
      desk.at("2026-03-02T10:00:00Z").clocks.resolved(INC);
      desk.at("2026-03-03T09:00:00Z").clocks.reopened(INC);

      assertThat(desk.resolution(INC).dueAt()).isEqualTo("2026-03-03T18:00:00Z");
    }
  }

  @Nested
  class Milestones {

    @Test
    void stayOnTheWorkingTimelineK09() {
      desk.targets.put(
          "P3",
          List.of(
              Desk.target(
                  ClockKind.RESOLUTION,
                  "PT9H",
                  Set.of(),
                  PriorityChange.RETROACTIVE,
                  Reopening.CONTINUE)));
      desk.at(Desk.FRIDAY_NINE).open(INC, "P3");
      desk.at("2026-03-06T18:00:00Z");

      assertThat(desk.reach(INC))
          .containsExactly("RESOLUTION 50%", "RESOLUTION 75%", "RESOLUTION 100%");
      assertThat(desk.at("2026-03-07T00:00:00Z").reach(INC)).isEmpty();
      assertThat(desk.at("2026-03-09T08:59:59Z").reach(INC)).isEmpty();
    }

    @Test
    void happenOnceEach() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T12:00:00Z");

      assertThat(desk.reach(INC)).contains("RESOLUTION 50%", "RESOLUTION 75%");
      assertThat(desk.reach(INC)).isEmpty();
    }

    @Test
    void rememberHowLateTheyWere() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T11:07:00Z");
      desk.reach(INC);

      var reached =
          desk.ledger.of(INC).stream()
              .filter(entry -> "50%".equals(entry.after().get("milestone")))
              .filter(entry -> entry.after().get("clock").equals("RESOLUTION"))
              .findFirst()
              .orElseThrow();
      assertThat(reached.after()).containsEntry("lateness", "PT7M");
    }

    @Test
    void comeBackWhereTheDueMovedThemToLaterK11() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T12:00:00Z");
      desk.reach(INC);
      desk.reprioritise(INC, "P3");

      assertThat(desk.reach(INC)).isEmpty();
      assertThat(desk.at("2026-03-03T13:30:00Z").reach(INC))
          .containsExactly("RESOLUTION 50%", "RESOLUTION 75%");
    }

    @Test
    void thatArePastAndToldStayToldAfterAPause() {
      desk.open(INC, "P3");
      desk.at("2026-03-03T09:00:00Z");
      desk.reach(INC);
      desk.clocks.waiting(INC, "CUSTOMER");
      desk.at("2026-03-03T11:00:00Z").clocks.resumed(INC, "CUSTOMER");

      assertThat(desk.reach(INC)).isEmpty();
    }

    @Test
    void afterTheBreachCountInWorkingTimeAndEnd() {
      desk.milestones.add(Milestone.parse("R2/PT4H"));
      desk.targets.put(
          "P3",
          List.of(
              Desk.target(
                  ClockKind.RESOLUTION,
                  "PT9H",
                  Set.of(),
                  PriorityChange.RETROACTIVE,
                  Reopening.CONTINUE)));
      desk.open(INC, "P3");
      desk.at("2026-03-02T18:00:00Z");
      desk.reach(INC);

      assertThat(desk.clocks.nextMilestone(INC, ClockKind.RESOLUTION, desk.time.instant()))
          .isEqualTo("2026-03-03T13:00:00Z");
      assertThat(desk.at("2026-03-03T13:00:00Z").reach(INC)).containsExactly("RESOLUTION +PT4H#1");
      assertThat(desk.at("2026-03-03T17:00:00Z").reach(INC)).containsExactly("RESOLUTION +PT4H#2");
      assertThat(desk.clocks.nextMilestone(INC, ClockKind.RESOLUTION, desk.time.instant()))
          .isEqualTo(ClockMath.REST);
    }
  }

  @Nested
  class AtTheEnd {

    @Test
    void aPromiseKeptTooLateIsABreachEvenIfNobodyNoticedInTime() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T13:00:01Z").clocks.resolved(INC);

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.BREACHED);
    }

    @Test
    void aPromiseKeptOnTheDotIsKept() {
      desk.open(INC, "P1");
      desk.clocks.acknowledged(INC);
      desk.at("2026-03-02T13:00:00Z").clocks.resolved(INC);

      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void cancelledClocksRaiseNoAlarmAndKeepTheirHistoryK07() {
      desk.open(INC, "P1");
      desk.at("2026-03-02T10:00:00Z").clocks.cancelled(INC);

      assertThat(desk.at("2026-03-05T10:00:00Z").reach(INC)).isEmpty();
      assertThat(desk.resolution(INC).state()).isEqualTo(ClockState.CANCELLED);
      assertThat(desk.resolution(INC).elapsed()).isEqualTo(Duration.ofHours(1));
    }
  }

  @Test
  void whyDueThenNamesWindowsPausesAndVersions() {
    desk.at("2026-03-02T16:00:00Z").open(INC, "P1");
    desk.at("2026-03-02T17:00:00Z").clocks.waiting(INC, "CUSTOMER");
    desk.at("2026-03-03T10:00:00Z").clocks.resumed(INC, "CUSTOMER");

    var why = desk.clocks.explain(INC, ClockKind.RESOLUTION).orElseThrow();
    assertThat(why.windows()).hasSize(2);
    assertThat(why.pauses())
        .singleElement()
        .satisfies(pause -> assertThat(pause.counted()).isTrue());
    assertThat(why.clock().dueAt()).isEqualTo("2026-03-03T13:00:00Z");
    assertThat(why.generation()).isEqualTo(2);
  }
}
