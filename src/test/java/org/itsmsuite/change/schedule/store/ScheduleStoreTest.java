package org.itsmsuite.change.schedule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.change.schedule.ScheduleDesk.window;

import java.time.Instant;
import java.util.List;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.schedule.Agreement;
import org.itsmsuite.change.schedule.FindingKind;
import org.itsmsuite.change.schedule.Freeze;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Freezes and agreements come back as they were given. */
class ScheduleStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00.123456Z");
  private static final Window NIGHT = window("2026-03-07T21:00:00Z", "2026-03-08T01:00:00Z");

  private final JdbcFreezeStore freezes = new JdbcFreezeStore(DATABASE.jdbc());
  private final JdbcAgreementStore agreements = new JdbcAgreementStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    for (String table :
        List.of("change_freeze_service", "change_freeze", "change_window_agreement")) {
      DATABASE.jdbc().sql("delete from itsm." + table).update();
    }
  }

  private Freeze freeze(String name, Window window, String... services) {
    Freeze freeze =
        Freeze.announced(name, "The books", window, List.of(services), "change-manager", NOW);
    freezes.add(freeze);
    return freeze;
  }

  private Freeze cancelled(Freeze one) {
    return new Freeze(
        one.id(),
        one.name(),
        one.why(),
        one.window(),
        one.services(),
        one.announcedBy(),
        one.announcedAt(),
        "change-manager",
        NOW,
        "Done");
  }

  @Test
  void aFreezeComesBackWithItsServicesInOrder() {
    Freeze some = freeze("Some", NIGHT, "payroll", "email");
    Freeze all = freeze("All", window("2026-03-08T00:00:00Z", "2026-03-09T00:00:00Z"));
    assertThat(freezes.find(some.id())).contains(some);
    assertThat(freezes.lock(all.id())).contains(all);
    assertThat(freezes.page(0, 1).freezes()).containsExactly(all);
    assertThat(freezes.page(1, 1).freezes()).containsExactly(some);
    assertThat(freezes.page(0, 1).total()).isEqualTo(2);
  }

  @Test
  void onlyThoseThatHoldAndShareAnInstantAreFound() {
    Freeze first = freeze("First", NIGHT, "email");
    freeze("Before", window("2026-03-07T00:00:00Z", "2026-03-07T21:00:00Z"));
    freeze("After", window("2026-03-08T01:00:00Z", "2026-03-09T00:00:00Z"));
    Freeze off = freeze("Off", NIGHT);
    freezes.saveCancelled(cancelled(off));

    assertThat(freezes.during(NIGHT)).containsExactly(first);
    assertThat(freezes.find(off.id())).contains(cancelled(off));
  }

  @Test
  void agreementsAreFoundFromBothEnds() {
    Freeze freeze = freeze("All", NIGHT);
    Agreement collision = agreement("CHG-000001", FindingKind.SAME_ITEM, "CHG-000002");
    Agreement leave = agreement("CHG-000001", FindingKind.FREEZE, freeze.id().toString());
    Agreement other = agreement("CHG-000003", FindingKind.OUTSIDE_MAINTENANCE, "");

    assertThat(agreements.concerning("CHG-000001")).containsExactly(collision, leave);
    assertThat(agreements.concerning("CHG-000002")).containsExactly(collision);
    assertThat(agreements.concerning("CHG-000003")).containsExactly(other);
    assertThat(agreements.about(freeze)).containsExactly(leave);
  }

  private Agreement agreement(String change, FindingKind kind, String about) {
    var agreement = new Agreement(change, kind, about, NIGHT, "top-manager", "It must be", NOW);
    agreements.add(agreement);
    return agreement;
  }
}
