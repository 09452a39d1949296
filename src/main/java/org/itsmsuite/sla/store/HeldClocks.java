package org.itsmsuite.sla.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.database.UnitOfWork;
import org.itsmsuite.sla.ClockStore;
import org.itsmsuite.sla.Pause;
import org.itsmsuite.sla.SlaClock;

/**
 * The clocks of the running transaction: those of a record are read once, and each is written once,
 * however often it is computed anew. Pauses are known from the same reading; they are written at
 * once.
 */
final class HeldClocks implements UnitOfWork.Part {

  static final Comparator<SlaClock> IN_ORDER = Comparator.comparing(SlaClock::kind);

  /**
   * A change.
   *
   * @param clock as it is now, with its next version
   * @param was the version that it must still have in the database
   */
  record Saved(SlaClock clock, int was) {}

  record OfRecord(List<SlaClock> clocks, List<Pause> pauses) {}

  /** The database. */
  interface Rows {
    OfRecord read(String record);

    void insert(Collection<SlaClock> clocks);

    void update(Collection<Saved> clocks);
  }

  private final Rows rows;
  private final Map<String, List<SlaClock>> clocks = new HashMap<>();
  private final Map<String, List<Pause>> pauses = new HashMap<>();
  private final Map<UUID, SlaClock> added = new LinkedHashMap<>();
  private final Map<UUID, Saved> changed = new LinkedHashMap<>();

  HeldClocks(Rows rows) {
    this.rows = rows;
  }

  List<SlaClock> of(String record) {
    if (!clocks.containsKey(record)) {
      flush();
      OfRecord read = UnitOfWork.quietly(() -> rows.read(record));
      clocks.put(record, new ArrayList<>(read.clocks));
      pauses.put(record, new ArrayList<>(read.pauses));
    }
    return List.copyOf(clocks.get(record));
  }

  List<Pause> pauses(String record) {
    of(record);
    return List.copyOf(pauses.get(record));
  }

  void add(SlaClock clock) {
    added.put(clock.id(), clock);
    List<SlaClock> known = clocks.get(clock.record());
    if (known != null) {
      known.add(clock);
      known.sort(IN_ORDER);
    }
  }

  void save(Saved change) {
    UUID id = change.clock.id();
    List<SlaClock> known = clocks.getOrDefault(change.clock.record(), List.of());
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).id().equals(id)) {
        if (known.get(i).version() != change.was) {
          throw ClockStore.changedMeanwhile(change.clock);
        }
        known.set(i, change.clock);
      }
    }
    if (added.replace(id, change.clock) == null) {
      changed.merge(id, change, (first, next) -> new Saved(next.clock, first.was));
    }
  }

  void open(Pause pause) {
    List<Pause> known = pauses.get(pause.record());
    if (known != null) {
      known.add(pause);
    }
  }

  void close(String record, String reason, Instant to) {
    List<Pause> known = pauses.get(record);
    if (known != null) {
      known.replaceAll(
          pause ->
              pause.to() == null && pause.reason().equals(reason)
                  ? new Pause(record, reason, pause.from(), to)
                  : pause);
    }
  }

  @Override
  public void flush() {
    UnitOfWork.quietly(
        () -> {
          if (!added.isEmpty()) {
            rows.insert(List.copyOf(added.values()));
            added.clear();
          }
          if (!changed.isEmpty()) {
            rows.update(List.copyOf(changed.values()));
            changed.clear();
          }
          return null;
        });
  }
}
