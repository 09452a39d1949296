package org.itsmsuite.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.calendar.ConfiguredCalendars;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.itsmsuite.content.ContentInMemory;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.sla.store.InMemoryClockStore;

/**
 * A small service desk for tests of clocks: two calendars, targets to choose, a clock to turn, no
 * engine.
 */
class Desk {

  /** Monday to Friday, 9 to 18, UTC. */
  static final String OFFICE = "office";

  /** Always open. */
  static final String ALWAYS = "always";

  static final Instant MONDAY_NINE = Instant.parse("2026-03-02T09:00:00Z");
  static final Instant FRIDAY_NINE = Instant.parse("2026-03-06T09:00:00Z");

  private Instant now = MONDAY_NINE;
  final Clock time =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  final InMemoryClockStore store = new InMemoryClockStore();
  final InMemoryLedger ledger = new InMemoryLedger(() -> Actor.SYSTEM, time);
  final Map<String, List<Target>> targets = new HashMap<>();
  final List<Milestone> milestones =
      new ArrayList<>(
          List.of(Milestone.parse("50%"), Milestone.parse("75%"), Milestone.parse("100%")));
  final Map<String, Instant> timers = new HashMap<>();
  Instant taskDue;
  Instant updateDue;

  /** Agreements that do not hold, with the reason. */
  final Map<String, String> gaps = new HashMap<>();

  final Clocks clocks =
      new Clocks(
          store,
          (bundle, service, customer, priority) -> targets.getOrDefault(priority, List.of()),
          (agreement, opened) -> Optional.ofNullable(gaps.get(agreement)),
          new ConfiguredCalendars(
              new ContentInMemory()
                  .with(
                      "config/calendars/office.yaml",
                      "zone: UTC\nhours:\n" + days("MON TUE WED THU FRI", "09:00-18:00"))
                  .with(
                      "config/calendars/always.yaml",
                      "zone: UTC\nhours:\n" + days("MON TUE WED THU FRI SAT SUN", "00:00-24:00")),
              new InMemoryCalendarVersions(),
              time),
          clock -> milestones,
          record -> {
            timers.putAll(record.timers());
            taskDue = record.taskDue();
            updateDue = record.updateDue();
          },
          ledger,
          time);

  Desk promising(String priority, String response, String resolution) {
    targets.put(
        priority,
        List.of(
            target(
                ClockKind.RESPONSE,
                response,
                Set.of(),
                PriorityChange.RETROACTIVE,
                Reopening.CONTINUE),
            target(
                ClockKind.RESOLUTION,
                resolution,
                Set.of("CUSTOMER"),
                PriorityChange.RETROACTIVE,
                Reopening.CONTINUE)));
    return this;
  }

  /** An answer to each message of the requester. */
  Desk answering(String priority, String update) {
    var more = new ArrayList<>(targets.get(priority));
    more.add(
        target(ClockKind.UPDATE, update, Set.of(), PriorityChange.RETROACTIVE, Reopening.CONTINUE));
    targets.put(priority, more);
    return this;
  }

  static Target target(
      ClockKind kind,
      String allowed,
      Set<String> pauses,
      PriorityChange change,
      Reopening reopening) {
    return new Target(
        kind,
        Duration.parse(allowed),
        OFFICE,
        pauses,
        change,
        reopening,
        75,
        "agreement-" + kind.id(),
        "requirement-" + kind.id());
  }

  Desk at(Instant instant) {
    now = instant;
    return this;
  }

  Desk at(String instant) {
    return at(Instant.parse(instant));
  }

  void open(String record, String priority) {
    clocks.start(promise(record, priority, now));
  }

  Promise promise(String record, String priority, Instant since) {
    return new Promise(record, "run", "bundle", "email", "north", priority, 1, since);
  }

  void reprioritise(String record, String priority) {
    clocks.priorityChanged(promise(record, priority, now));
  }

  /** The requester writes. */
  void writes(String record, String priority) {
    clocks.replyAwaited(promise(record, priority, now));
  }

  ClockView resolution(String record) {
    return clock(record, ClockKind.RESOLUTION);
  }

  ClockView response(String record) {
    return clock(record, ClockKind.RESPONSE);
  }

  ClockView update(String record) {
    return clock(record, ClockKind.UPDATE);
  }

  private ClockView clock(String record, ClockKind kind) {
    return clocks.of(record).stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
  }

  Instant now() {
    return now;
  }

  /** Takes everything that is due now; the names in order. */
  List<String> reach(String record) {
    List<String> reached = new ArrayList<>();
    for (DueMilestone due : clocks.pending(record)) {
      if (clocks.take(due)) {
        reached.add(due.clock().kind() + " " + due.name());
      }
    }
    return reached;
  }

  List<String> facts(String record) {
    return ledger.of(record).stream().map(entry -> entry.what()).toList();
  }

  private static String days(String names, String window) {
    var hours = new StringBuilder();
    for (String name : names.split(" ")) {
      hours.append("  ").append(name).append(": [\"").append(window).append("\"]\n");
    }
    return hours.toString();
  }
}
