package org.itsmsuite.change.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.itsmsuite.change.process.ChangeDesk;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What freezes there can be, and that none of them disappears. */
class FreezesTest {

  private static ChangeDesk desk;
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
  void anEmptySchedule() {
    schedule = new ScheduleDesk(desk);
    desk.at(ChangeDesk.MONDAY_NINE);
    desk.as(ChangeDesk.MANAGER);
  }

  private static void isRefused(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.key()).isEqualTo(key));
  }

  private Freeze announce(String from, String to, boolean everything, String... services) {
    return schedule.freezes.announce(
        new Freezes.NewFreeze(
            "Year end",
            "The books are closed",
            Instant.parse(from),
            Instant.parse(to),
            List.of(services),
            everything));
  }

  @Test
  void aFreezeIsAnnouncedAndStandsInTheLedger() {
    Freeze freeze = schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z", "email");
    assertThat(schedule.freezes.find(freeze.id())).isEqualTo(freeze);
    assertThat(freeze.announcedBy()).isEqualTo("change-manager");
    assertThat(desk.ledger.of(freeze.record()))
        .extracting(LedgerEntry::what)
        .containsExactly("freeze.announced");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-09T00:00:00Z, 2026-03-07T00:00:00Z, freeze.ends-before-it-starts",
    "2026-03-07T00:00:00Z, 2026-03-07T00:00:00Z, freeze.ends-before-it-starts",
    "2026-02-01T00:00:00Z, 2026-03-02T08:00:00Z, freeze.over",
    "2026-03-07T00:00:00Z, 2026-06-07T00:00:01Z, freeze.too-long"
  })
  void aSpanThatCannotBe(String from, String to, String key) {
    isRefused(key, () -> announce(from, to, false, "email"));
    assertThat(schedule.freezes.page(0, 10).total()).isZero();
  }

  @Test
  void aFreezeThatCoversEverythingIsShort() {
    isRefused(
        "freeze.covers-everything",
        () -> announce("2026-03-07T00:00:00Z", "2026-04-11T00:00:01Z", true));
    announce("2026-03-07T00:00:00Z", "2026-04-11T00:00:00Z", true);
  }

  @Test
  void nobodyFreezesEverythingByLeavingSomethingOut() {
    String from = "2026-03-07T00:00:00Z";
    String to = "2026-03-09T00:00:00Z";
    isRefused("freeze.no-scope", () -> announce(from, to, false));
    isRefused("freeze.scope-contradicts", () -> announce(from, to, true, "email"));
    isRefused("freeze.unknown-service", () -> announce(from, to, false, "email", "telegraph"));
  }

  @Test
  void aFreezeIsCancelledOnceWithAReasonAndStaysOnRecord() {
    Freeze freeze = schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    schedule.freezes.cancel(freeze.id(), "The books are done");
    assertThat(schedule.freezes.find(freeze.id()))
        .satisfies(
            one -> {
              assertThat(one.isCancelled()).isTrue();
              assertThat(one.cancelledWhy()).isEqualTo("The books are done");
            });
    assertThat(schedule.freezes.page(0, 10).freezes()).hasSize(1);
    isRefused("freeze.cancelled", () -> schedule.freezes.cancel(freeze.id(), "Again"));
    isRefused("freeze.not-found", () -> schedule.freezes.cancel(UUID.randomUUID(), "Which?"));
  }

  @Test
  void whatIsOverIsNotCancelled() {
    Freeze freeze = schedule.freeze("2026-03-07T00:00:00Z", "2026-03-09T00:00:00Z");
    desk.at(Instant.parse("2026-03-09T00:00:00Z"));
    isRefused("freeze.over", () -> schedule.freezes.cancel(freeze.id(), "Too late"));
  }
}
