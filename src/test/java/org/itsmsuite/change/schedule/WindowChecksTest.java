package org.itsmsuite.change.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.change.schedule.ScheduleDesk.window;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Moment;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.Window.Overlap;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.change.WindowFinding.Severity;
import org.itsmsuite.change.process.ChangeDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is found about windows: the calendar cases by their ids. */
class WindowChecksTest {

  /** 22:00 to 02:00 in Amsterdam. */
  private static final Window NIGHT = window("2026-03-07T21:00:00Z", "2026-03-08T01:00:00Z");

  private static ChangeDesk desk;
  private StoredChanges changes;
  private ScheduleDesk schedule;

  @BeforeAll
  static void openTheDesk() {
    desk = new ChangeDesk(false);
  }

  @AfterAll
  static void closeTheDesk() {
    desk.close();
  }

  @BeforeEach
  void noChangesAndNoFreezes() {
    changes = new StoredChanges();
    schedule = new ScheduleDesk(desk, changes.store);
    desk.at(ChangeDesk.MONDAY_NINE);
    desk.as(ChangeDesk.MANAGER);
  }

  private Change change(Window window, String... items) {
    return change(Status.SCHEDULED, window, items);
  }

  private Change change(Status status, Window window, String... items) {
    return changes.change(status, window, items);
  }

  private List<WindowFinding> found(Change change) {
    return schedule.checks.check(change, Moment.SUBMISSION).findings();
  }

  @Test
  void w01WindowsThatOnlyTouchDoNotCollide() {
    change(window("2026-03-08T01:00:00Z", "2026-03-08T03:00:00Z"), "mail-server");
    assertThat(found(change(Status.NEW, NIGHT, "mail-server"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-07T21:00:00Z, 2026-03-08T01:00:00Z, IDENTICAL, in the same window",
    "2026-03-07T22:00:00Z, 2026-03-07T23:00:00Z, NESTED,    in a window within this one",
    "2026-03-07T20:00:00Z, 2026-03-08T02:00:00Z, NESTED,    in a window around this one",
    "2026-03-07T23:00:00Z, 2026-03-08T02:00:00Z, PARTLY,    in a window that overlaps with this one"
  })
  void w02TheKindOfCollisionOnTheSameItemIsNamed(
      String from, String to, Overlap overlap, String words) {
    Change other = change(window(from, to), "mail-server", "disk");
    assertThat(found(change(Status.NEW, NIGHT, "rack", "mail-server")))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("SAME_ITEM");
              assertThat(one.severity()).isEqualTo(Severity.WARN);
              assertThat(one.overlap()).isEqualTo(overlap);
              assertThat(one.otherChange()).isEqualTo(other.number());
              assertThat(one.items()).containsExactly("mail-server");
              assertThat(one.text()).contains(other.number()).contains(words);
            });
  }

  @Test
  void w03AnItemThatRunsOnAnotherCollidesWithItAndTheWayIsShown() {
    schedule.items.way("host", "mail-system");
    Change ofHost = change(NIGHT, "host");
    Change ofMail = change(NIGHT, "mail-system");

    assertThat(found(ofMail))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("DEPENDENCY");
              assertThat(one.path()).containsExactly("host", "mail-system");
              assertThat(one.items()).containsExactly("mail-system");
              assertThat(one.text()).contains("(host → mail-system)");
            });
    assertThat(found(ofHost))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.otherChange()).isEqualTo(ofMail.number());
              assertThat(one.path()).containsExactly("host", "mail-system");
            });
  }

  @Test
  void theNearestOfSeveralWaysIsShown() {
    schedule.items.way("host", "directory", "sign-in", "mail-system");
    schedule.items.way("disk", "mail-system");
    change(NIGHT, "host", "disk");
    assertThat(found(change(Status.NEW, NIGHT, "mail-system")))
        .singleElement()
        .extracting(WindowFinding::path)
        .isEqualTo(List.of("disk", "mail-system"));
  }

  @Test
  void whereNotAllDependenciesWereLookedAtThatIsSaid() {
    schedule.items.knowsNotAll();
    change(NIGHT, "host");
    assertThat(found(change(Status.NEW, NIGHT, "mail-system")))
        .extracting(WindowFinding::key)
        .containsExactly("schedule.dependency-unknown");
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"REVIEW", "CLOSED", "REJECTED", "WITHDRAWN"})
  void w04WhatHasEndedOrIsDoneCollidesWithNothing(Status over) {
    change(over, NIGHT, "mail-server");
    assertThat(found(change(Status.NEW, NIGHT, "mail-server"))).isEmpty();
  }

  @Test
  void w05AllOfEightyThreeItemsInAFreezeAreListed() {
    String[] items = IntStream.rangeClosed(1, 83).mapToObj(i -> "item-" + i).toArray(String[]::new);
    Arrays.stream(items).forEach(one -> schedule.items.belongs(one, "email"));
    schedule.items.belongs("elsewhere", "payroll");
    schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z", "email");
    String[] all = Arrays.copyOf(items, 84);
    all[83] = "elsewhere";

    assertThat(found(change(Status.NEW, NIGHT, all)))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("FREEZE");
              assertThat(one.items()).containsExactly(items);
              assertThat(one.text()).contains(items).doesNotContain("elsewhere");
            });
  }

  @Test
  void w06AFreezeBlocksFromItsFirstInstantAndNotBefore() {
    schedule.freeze("2026-12-19T23:00:00Z", "2027-01-02T23:00:00Z");
    Window endsWithTheDay = window("2026-12-19T20:00:00Z", "2026-12-19T23:00:00Z");
    Window twoMinutes = window("2026-12-19T22:59:00Z", "2026-12-19T23:01:00Z");
    Window afterwards = window("2027-01-02T23:00:00Z", "2027-01-03T01:00:00Z");

    assertThat(found(change(Status.NEW, endsWithTheDay, "one"))).isEmpty();
    assertThat(found(change(Status.NEW, afterwards, "another"))).isEmpty();
    assertThat(found(change(Status.NEW, twoMinutes, "mail-server")))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.BLOCK));
  }

  @Test
  void aFreezeThatIsCancelledHoldsNoLonger() {
    Freeze freeze = schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    schedule.freezes.cancel(freeze.id(), "The books are done");
    assertThat(found(change(Status.NEW, NIGHT, "mail-server"))).isEmpty();
  }

  @Test
  void w10OutsideOfMaintenanceIsAWarningForLowRiskAndForbiddenForHigh() {
    Window noon = window("2026-03-04T11:00:00Z", "2026-03-04T12:00:00Z");
    Window night = window("2026-03-04T22:00:00Z", "2026-03-05T03:00:00Z");
    assertThat(found(changes.risky(RiskLevel.LOW, noon, "db-payroll", "rack")))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo("OUTSIDE_MAINTENANCE");
              assertThat(one.severity()).isEqualTo(Severity.WARN);
              assertThat(one.items()).containsExactly("db-payroll");
            });
    assertThat(found(changes.risky(RiskLevel.HIGH, noon, "db-salaries")))
        .singleElement()
        .satisfies(one -> assertThat(one.severity()).isEqualTo(Severity.BLOCK));
    assertThat(found(changes.risky(RiskLevel.HIGH, night, "db-other"))).isEmpty();
    assertThat(found(changes.risky(RiskLevel.HIGH, noon, "rack-2"))).isEmpty();
  }

  @Test
  void w11AnItemOfTwoServicesIsFrozenIfOneOfThemIs() {
    schedule.items.belongs("file-store", "workplace", "payroll");
    schedule.items.belongs("printer", "workplace");
    schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z", "payroll");

    assertThat(found(change(Status.NEW, NIGHT, "file-store", "printer")))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.severity()).isEqualTo(Severity.BLOCK);
              assertThat(one.items()).containsExactly("file-store");
            });
    schedule.items.belongs("scanner", "workplace");
    assertThat(found(change(Status.NEW, NIGHT, "scanner"))).isEmpty();
  }

  @Test
  void aRestrictedChangeIsFoundAndNotNamed() {
    Change secret = change(NIGHT, "mail-server");
    desk.restrictions.restrict(secret.number());
    assertThat(found(change(Status.NEW, NIGHT, "mail-server")))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.otherChange()).isNull();
              assertThat(one.text())
                  .startsWith("A restricted change")
                  .doesNotContain(secret.number());
            });
  }

  @Test
  void whoeverIsApprovedFirstHasThePlace() {
    change(Status.APPROVAL, NIGHT, "mail-server");
    Change ours = change(NIGHT, "mail-server");
    assertThat(schedule.checks.check(ours, Moment.APPROVAL).warns()).hasSize(1);
    assertThat(schedule.checks.check(ours, Moment.SCHEDULING).findings()).isEmpty();
    assertThat(schedule.checks.check(ours, Moment.START).findings()).isEmpty();
  }

  @Test
  void whatSomebodyAnswersForHoldsForBothAndForNoLongerSpan() {
    Change first = change(NIGHT, "mail-server");
    Change second = change(window("2026-03-08T00:00:00Z", "2026-03-08T02:00:00Z"), "mail-server");
    schedule.agreements.agreed(second, "They work side by side");

    assertThat(schedule.checks.check(second, Moment.START).findings()).isEmpty();
    assertThat(schedule.checks.check(first, Moment.START).findings()).isEmpty();
    assertThat(schedule.agreements.of(first.number())).isEmpty();

    Change longer = changes.moved(second, window("2026-03-07T23:00:00Z", "2026-03-08T02:00:00Z"));
    assertThat(schedule.checks.check(longer, Moment.START).blocks()).hasSize(1);
  }
}
