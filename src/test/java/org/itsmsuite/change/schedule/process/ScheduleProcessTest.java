package org.itsmsuite.change.schedule.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.change.process.ChangeDesk.MANAGER;
import static org.itsmsuite.change.process.ChangeDesk.MONDAY_NINE;
import static org.itsmsuite.change.process.ChangeDesk.SATURDAY;
import static org.itsmsuite.change.process.ChangeDesk.asked;
import static org.itsmsuite.change.schedule.ScheduleDesk.window;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.StandIns;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.process.ChangeDesk;
import org.itsmsuite.change.schedule.Agreement;
import org.itsmsuite.change.schedule.FindingKind;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.schedule.ScheduleDesk;
import org.itsmsuite.change.work.process.WorkBeans;
import org.itsmsuite.change.work.store.InMemoryWorkStore;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How changes get their place, with everything that may stand against it. */
class ScheduleProcessTest {

  private static final Actor TOP = new Actor("top-manager", Set.of("top-management"));
  private static final Window SUNDAY = window("2026-03-08T20:00:00Z", "2026-03-08T22:00:00Z");
  private static final String EMAIL = "email";

  private static final ChangeDesk DESK =
      new ChangeDesk(true, new StandIns("change-scheduling", "change-implementation"));

  @RegisterExtension
  static ProcessEngineCoverageExtension coverage =
      DESK.demanding(
          1.0,
          "change-approval",
          "change-assessment",
          "change-decision",
          "change-vote",
          "change-implementation",
          "change-review");

  private static int stories;

  private final ChangeDesk desk = DESK;
  private ScheduleDesk schedule;
  private String item;

  @BeforeEach
  void anEmptySchedule() {
    schedule = new ScheduleDesk(desk).takesPart();
    WorkBeans.published(desk, new InMemoryWorkStore(), schedule.agreements);
    desk.at(MONDAY_NINE);
    desk.as(MANAGER);
    // What one story leaves in the schedule is out of the way of the next.
    item = "mail-server-" + ++stories;
  }

  private String approved(String item) {
    String number = desk.assessed(asked().touching(item));
    desk.decide(number, Verdict.APPROVED, null);
    return number;
  }

  private String emergency() {
    String number = desk.assessed(asked().touching(item).urgent("Everybody is cut off"));
    desk.decide(number, Verdict.APPROVED, null);
    return number;
  }

  private void complete(Actor who, String number, String task, Map<String, Object> values) {
    desk.as(who);
    desk.complete(number, task, values);
  }

  private void goAhead(String number) {
    complete(
        MANAGER,
        number,
        "userTask_settleWindow",
        Map.of("choice", "GO_AHEAD", "note", "They work side by side"));
  }

  private void settle(String number, Window window) {
    complete(
        MANAGER,
        number,
        "userTask_settleWindow",
        Map.of(
            "choice",
            "WINDOW",
            "from",
            window.from().toString(),
            "to",
            window.to().toString(),
            "note",
            "Agreed by telephone"));
  }

  private static void isRefused(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfies(
            thrown ->
                assertThat(EngineRefusals.in(thrown).map(Refusal::key))
                    .as("%s", thrown)
                    .hasValue(key));
  }

  @Test
  void aWindowThatNothingStandsAgainstIsTheirsAtOnce() {
    String number = approved(item);
    assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
    assertThat(desk.told(number)).noneMatch(one -> one.startsWith("change-collision"));
  }

  @Test
  void w07AnEmergencyInAFreezeNeedsLeaveFromSomebodyElseAndIsCounted() {
    Freeze freeze = schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    String number = emergency();
    assertThat(desk.open(number)).containsExactly("userTask_giveLeave");
    assertThat(desk.offeredTo(desk.task(number, "userTask_giveLeave")))
        .containsExactly("top-management");
    assertThat(desk.form(number, "userTask_giveLeave").get("findings"))
        .asString()
        .contains("The freeze “Year end”")
        .contains(item);

    complete(
        TOP,
        number,
        "userTask_giveLeave",
        Map.of("leave", "YES", "note", "Nobody can work at all"));

    assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
    assertThat(desk.factsOf(number)).contains("change.windowAgreed");
    assertThat(schedule.freezes.report(freeze).allowed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.change().number()).isEqualTo(number);
              assertThat(one.leave().by()).isEqualTo("top-manager");
              assertThat(one.leave().why()).isEqualTo("Nobody can work at all");
            });
    desk.fire("event_windowBegins");
    assertThat(desk.change(number).status()).isEqualTo(Status.IMPLEMENTING);
  }

  @Test
  void withoutLeaveTheApprovalIsVoidAndItIsJudgedAgain() {
    schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    String number = emergency();
    complete(TOP, number, "userTask_giveLeave", Map.of("leave", "NO", "note", "It can wait"));
    assertThat(desk.change(number).isApproved()).isFalse();
    assertThat(desk.factsOf(number)).contains("change.approvalVoided");
    assertThat(desk.change(number).status()).isEqualTo(Status.ASSESSMENT);
  }

  @Test
  void whoeverAsksForTheEmergencyGivesNoLeave() {
    schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    String number = emergency();
    var requester = new Actor(desk.change(number).requester(), Set.of("top-management"));
    isRefused(
        "duties.conflict",
        () ->
            complete(
                requester, number, "userTask_giveLeave", Map.of("leave", "YES", "note", "Mine")));
  }

  @Test
  void anythingElseInAFreezeGetsNoPlace() {
    schedule.items.belongs(item, EMAIL);
    schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z", EMAIL);
    isRefused("change.window-blocked", () -> desk.requested(asked().touching(item)));
  }

  @Test
  void aFreezeThatIsAnnouncedLaterIsToldAndStopsTheWork() {
    String number = approved(item);
    Freeze freeze = schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    assertThat(desk.told(number))
        .contains("change-in-freeze user:requester", "change-in-freeze group:third-level");
    assertThat(schedule.freezes.report(freeze).inTheWay())
        .extracting(Change::number)
        .contains(number);

    desk.fire("event_windowBegins");

    assertThat(desk.change(number).result().implementation()).isEqualTo(Implementation.NOT_STARTED);
    assertThat(desk.open(number)).containsExactly("userTask_settleWindow");
    isRefused("change.window-blocked", () -> goAhead(number));
    isRefused("change.window-blocked", () -> settle(number, SUNDAY));
    settle(number, window("2026-03-09T20:00:00Z", "2026-03-09T22:00:00Z"));
    assertThat(desk.change(number).status()).isEqualTo(Status.ASSESSMENT);
  }

  @Test
  void w09AnotherInTheSameSlotIsAnsweredForAndBothOwnersAreTold() {
    String ours = approved(item);
    String other = approved(item);
    assertThat(desk.open(other)).containsExactly("userTask_settleWindow");
    assertThat(desk.told(ours)).noneMatch(one -> one.startsWith("change-collision"));

    goAhead(other);

    assertThat(desk.change(other).status()).isEqualTo(Status.SCHEDULED);
    for (String number : List.of(ours, other)) {
      assertThat(desk.told(number))
          .contains("change-collision user:requester", "change-collision group:third-level");
    }
    assertThat(schedule.agreements.of(other))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one).extracting(Agreement::kind).isEqualTo(FindingKind.SAME_ITEM);
              assertThat(one.about()).isEqualTo(ours);
            });
    desk.fire("event_windowBegins");
    assertThat(desk.change(ours).status()).isEqualTo(Status.IMPLEMENTING);
    assertThat(desk.change(other).status()).isEqualTo(Status.IMPLEMENTING);
  }

  @Test
  void w09WhatNobodyAnsweredForIsFoundAgainAtTheStart() {
    String ours = approved("host-" + item);
    String other = approved(item);
    assertThat(desk.change(other).status()).isEqualTo(Status.SCHEDULED);
    schedule.items.way("host-" + item, item);

    desk.fire("event_windowBegins");

    assertThat(desk.change(ours).result().implementation()).isEqualTo(Implementation.NOT_STARTED);
    assertThat(desk.change(ours).result().implementationSummary())
        .contains(other)
        .contains("host-" + item + " → " + item);
    assertThat(desk.open(ours)).containsExactly("userTask_settleWindow");
  }

  @Test
  void aChangeWithoutAWindowIsLookedAtAgainWhenItHasGotOne() {
    schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    String number = desk.assessed(asked().touching(item).urgent("Everybody is cut off").in(null));
    desk.decide(number, Verdict.APPROVED, null);
    settle(number, SATURDAY);
    assertThat(desk.open(number)).containsExactly("userTask_giveLeave");
    complete(TOP, number, "userTask_giveLeave", Map.of("leave", "YES", "note", "Go"));
    assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
  }

  @Test
  void anotherWindowThanTheApprovedIsJudgedAgain() {
    approved(item);
    String other = approved(item);
    settle(other, SUNDAY);
    assertThat(desk.change(other).isApproved()).isFalse();
    assertThat(desk.change(other).status()).isEqualTo(Status.ASSESSMENT);
  }
}
