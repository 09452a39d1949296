package org.itsmsuite.sla;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.itsmsuite.calendar.WorkingTime;

/** Clocks to look at, computed from their facts at this instant; changes nothing. */
class ClockReadings {

  private final ClockStore store;
  private final ClockMath math;
  private final Clock time;

  ClockReadings(ClockStore store, ClockMath math, Clock time) {
    this.store = store;
    this.math = math;
    this.time = time;
  }

  List<ClockView> of(String record) {
    return views(store.of(record), store.pauses(record));
  }

  /** For lists: the clocks of many records in one query. */
  Map<String, List<ClockView>> of(Collection<String> records) {
    Map<String, List<Pause>> pauses = store.pauses(records);
    return store.of(records).entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> views(entry.getValue(), pauses.getOrDefault(entry.getKey(), List.of()))));
  }

  private List<ClockView> views(List<SlaClock> clocks, List<Pause> pauses) {
    return clocks.stream().map(clock -> view(clock, pauses)).toList();
  }

  private ClockView view(SlaClock clock, List<Pause> pauses) {
    Instant now = time.instant();
    return new ClockView(
        clock.kind(),
        clock.target(),
        clock.terms().calendar(),
        clock.terms().calendarVersion(),
        clock.startedAt(),
        clock.isOpen() ? math.due(clock, pauses, now) : clock.dueAt(),
        clock.terms().agreement(),
        clock.terms().requirement(),
        math.state(clock, pauses, now),
        clock.isOpen(),
        clock.isPeriodic(),
        math.elapsed(clock, pauses, now),
        math.percent(clock, pauses, now));
  }

  /** Why a clock is due then: the working windows up to it, the pauses, the versions. */
  Optional<Explanation> explain(String record, ClockKind kind) {
    return store.of(record).stream()
        .filter(clock -> clock.kind() == kind)
        .findFirst()
        .map(this::explain);
  }

  private Explanation explain(SlaClock clock) {
    List<Pause> pauses = store.pauses(clock.record());
    Instant due = clock.isOpen() ? math.due(clock, pauses, time.instant()) : clock.dueAt();
    return new Explanation(
        view(clock, pauses),
        WorkingTime.windows(math.calendar(clock), clock.startedAt(), due),
        pauses.stream()
            .map(
                pause ->
                    new Explanation.CountedPause(
                        pause.reason(), pause.from(), pause.to(), clock.isPausedBy(pause)))
            .toList(),
        clock.bundle(),
        clock.generation(),
        clock.kept(),
        clock.missed());
  }
}
