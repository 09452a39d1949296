package org.itsmsuite.monitoring.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.monitoring.Alarm;
import org.itsmsuite.monitoring.EventOutcome;
import org.itsmsuite.monitoring.KeptEvent;
import org.itsmsuite.monitoring.MonitoringEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;

class MonitoringStoreTest {

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Instant MORNING = Instant.parse("2026-03-02T08:00:00.123456Z");

  private final JdbcMonitoringStore store = new JdbcMonitoringStore(DATABASE.jdbc());

  @AfterAll
  static void dropTheDatabase() {
    DATABASE.close();
  }

  @BeforeEach
  void empty() {
    DATABASE.jdbc().sql("delete from itsm.monitoring_event_beside").update();
    DATABASE.jdbc().sql("delete from itsm.monitoring_event").update();
    DATABASE.jdbc().sql("delete from itsm.monitoring_alarm").update();
  }

  private List<Alarm> locked(String key) {
    return DATABASE.transaction().execute(status -> store.lock(key));
  }

  private static KeptEvent kept(String eventId, String record) {
    return new KeptEvent(
        new MonitoringEvent(
            "Watcher ü 💡", eventId, "email", null, "Queue", "CRITICAL", MORNING.minusSeconds(9)),
        MORNING,
        "agent",
        EventOutcome.COUNTED,
        record,
        record == null ? null : UUID.randomUUID());
  }

  private static Alarm alarm(String record) {
    return new Alarm(
        UUID.randomUUID(),
        "Watcher",
        "email",
        "Relay",
        "Queue",
        record,
        3_000_000_000L,
        MORNING,
        MORNING.plusSeconds(1),
        MORNING.plusSeconds(2),
        4);
  }

  @Test
  void keepsEveryFieldOfAnEvent() {
    var event = kept("1", "INC-1");
    store.keep(event, 0);
    assertThat(store.events("Watcher ü 💡", "1")).containsExactly(event);
  }

  @Test
  void keepsWhatIsMissing() {
    var event = kept("1", null);
    store.keep(event, 0);
    assertThat(store.events("Watcher ü 💡", "1")).containsExactly(event);
    assertThat(store.events("Watcher ü 💡", "2")).isEmpty();
    assertThat(store.events("watcher ü 💡", "1")).isEmpty();
  }

  @Test
  void keepsAnEventOnce() {
    store.keep(kept("1", "INC-1"), 0);
    assertThatThrownBy(() -> store.keep(kept("1", "INC-2"), 0))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void givesTheEventsOfARecordInPagesTheLastFirst() {
    for (int i = 1; i <= 5; i++) {
      store.keep(kept("" + i, i == 2 ? "INC-2" : "INC-1"), 0);
    }
    var page = store.eventsOf("INC-1", 1, 3);
    assertThat(page.total()).isEqualTo(4);
    assertThat(page.events()).extracting(one -> one.event().eventId()).containsExactly("1");
    assertThat(store.eventsOf("INC-1", 0, 3).events())
        .extracting(one -> one.event().eventId())
        .containsExactly("5", "4", "3");
    assertThat(store.eventsOf("INC-3", 0, 3).events()).isEmpty();
  }

  @Test
  void givesAnEventToEachRecordAsItIsForThat() {
    store.keep(kept("1", "INC-1"), 0);
    store.keepBeside(kept("1", null).event(), "INC-2", EventOutcome.RECOVERED);

    assertThat(store.eventsOf("INC-1", 0, 3).total()).isEqualTo(1);
    var beside = store.eventsOf("INC-2", 0, 3);
    assertThat(beside.total()).isEqualTo(1);
    assertThat(beside.events().get(0).record()).isEqualTo("INC-2");
    assertThat(beside.events().get(0).outcome()).isEqualTo(EventOutcome.RECOVERED);
  }

  @Test
  void keepsAnEventAgainThatWasForAnotherWorld() {
    store.keep(kept("1", "INC-1"), 0);
    store.keep(kept("1", "INC-2"), 1);

    assertThat(store.events("Watcher ü 💡", "1"))
        .extracting(KeptEvent::record)
        .containsExactly("INC-2", "INC-1");
    assertThatThrownBy(() -> store.keep(kept("1", "INC-3"), 1))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void letsAnAlarmStepAsideAndCountOn() {
    var hidden = alarm("INC-1");
    store.add(hidden, "key");
    store.stepAside(hidden);
    var next = alarm("INC-2");
    store.add(next, "key");

    assertThat(locked("key")).containsExactly(next, hidden);
    store.retire(hidden);
    assertThat(locked("key")).containsExactly(next);
  }

  @Test
  void keepsEveryFieldOfAnAlarm() {
    var alarm = alarm("INC-1");
    store.add(alarm, "key");
    assertThat(store.alarm(alarm.id())).contains(alarm);
    assertThat(store.alarmsOf("INC-1")).containsExactly(alarm);
    assertThat(locked("key")).containsExactly(alarm);
  }

  @Test
  void savesWhatChanges() {
    var first = alarm(null);
    store.add(first, "key");
    var changed =
        new Alarm(
            first.id(),
            "Watcher",
            "email",
            "Relay",
            "Queue",
            "INC-7",
            9,
            MORNING.minusSeconds(1),
            MORNING,
            null,
            5);
    store.save(changed);
    assertThat(store.alarm(first.id())).contains(changed);
  }

  @Test
  void letsOneAlarmOfAKindCount() {
    store.add(alarm("INC-1"), "key");
    assertThatThrownBy(() -> store.add(alarm("INC-2"), "key"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void letsARetiredAlarmMakeRoom() {
    var old = alarm("INC-1");
    store.add(old, "key");
    store.retire(old);
    assertThat(locked("key")).isEmpty();
    var next = alarm("INC-2");
    store.add(next, "key");
    store.retire(next);
    assertThat(store.alarmsOf("INC-1")).containsExactly(old);
    assertThat(store.alarmsOf("INC-2")).containsExactly(next);
  }
}
