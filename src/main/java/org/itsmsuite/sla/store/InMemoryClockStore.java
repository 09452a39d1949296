package org.itsmsuite.sla.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmsuite.sla.ClockStore;
import org.itsmsuite.sla.Pause;
import org.itsmsuite.sla.ReachedMilestone;
import org.itsmsuite.sla.SlaClock;

/** Clocks in memory, for process tests and the replay. One thread only. */
public class InMemoryClockStore implements ClockStore {

  private final Map<String, List<SlaClock>> clocks = new HashMap<>();
  private final Map<String, List<Pause>> pauses = new HashMap<>();
  private final Map<UUID, List<ReachedMilestone>> reached = new HashMap<>();

  @Override
  public void add(SlaClock clock) {
    List<SlaClock> known = clocks.computeIfAbsent(clock.record(), record -> new ArrayList<>());
    known.add(clock);
    known.sort(Comparator.comparing(SlaClock::kind));
  }

  @Override
  public void save(SlaClock clock) {
    clocks
        .get(clock.record())
        .replaceAll(one -> one.id().equals(clock.id()) ? saved(one, clock) : one);
  }

  private static SlaClock saved(SlaClock was, SlaClock is) {
    if (was.version() != is.version()) {
      throw ClockStore.changedMeanwhile(is);
    }
    return is.saved();
  }

  @Override
  public List<SlaClock> of(String record) {
    return List.copyOf(clocks.getOrDefault(record, List.of()));
  }

  @Override
  public Map<String, List<SlaClock>> of(Collection<String> records) {
    return records.stream().collect(Collectors.toMap(Function.identity(), this::of));
  }

  @Override
  public List<Pause> pauses(String record) {
    return List.copyOf(pauses.getOrDefault(record, List.of()));
  }

  @Override
  public Map<String, List<Pause>> pauses(Collection<String> records) {
    return records.stream().collect(Collectors.toMap(Function.identity(), this::pauses));
  }

  @Override
  public void open(Pause pause) {
    pauses.computeIfAbsent(pause.record(), record -> new ArrayList<>()).add(pause);
  }

  @Override
  public void close(String record, String reason, Instant to) {
    pauses
        .getOrDefault(record, new ArrayList<>())
        .replaceAll(
            pause ->
                pause.to() == null && pause.reason().equals(reason)
                    ? new Pause(record, reason, pause.from(), to)
                    : pause);
  }

  @Override
  public List<ReachedMilestone> reached(UUID clock) {
    return List.copyOf(reached.getOrDefault(clock, List.of()));
  }

  @Override
  public boolean remember(ReachedMilestone milestone) {
    List<ReachedMilestone> known =
        reached.computeIfAbsent(milestone.clock(), clock -> new ArrayList<>());
    boolean isNew =
        known.stream()
            .noneMatch(
                one ->
                    one.generation() == milestone.generation()
                        && one.milestone().equals(milestone.milestone()));
    if (isNew) {
      known.add(milestone);
    }
    return isNew;
  }

  /** Forgets a record that is done with. */
  public void forget(String record) {
    of(record).forEach(clock -> reached.remove(clock.id()));
    clocks.remove(record);
    pauses.remove(record);
  }
}
