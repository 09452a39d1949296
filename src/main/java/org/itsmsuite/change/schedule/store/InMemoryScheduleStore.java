package org.itsmsuite.change.schedule.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.schedule.Agreement;
import org.itsmsuite.change.schedule.AgreementStore;
import org.itsmsuite.change.schedule.FindingKind;
import org.itsmsuite.change.schedule.Freeze;
import org.itsmsuite.change.schedule.FreezeStore;

/** Freezes and agreements of a desk without a database. */
public class InMemoryScheduleStore implements FreezeStore, AgreementStore {

  private final Map<UUID, Freeze> freezes = new LinkedHashMap<>();
  private final List<Agreement> agreements = new ArrayList<>();

  @Override
  public void add(Freeze freeze) {
    freezes.put(freeze.id(), freeze);
  }

  @Override
  public Optional<Freeze> find(UUID id) {
    return Optional.ofNullable(freezes.get(id));
  }

  @Override
  public Optional<Freeze> lock(UUID id) {
    return find(id);
  }

  @Override
  public void saveCancelled(Freeze freeze) {
    freezes.put(freeze.id(), freeze);
  }

  @Override
  public List<Freeze> during(Window window) {
    return freezes.values().stream()
        .filter(one -> !one.isCancelled() && one.window().overlaps(window))
        .sorted(Comparator.comparing((Freeze one) -> one.window().from()))
        .toList();
  }

  @Override
  public FreezePage page(int page, int size) {
    return new FreezePage(
        freezes.values().stream()
            .sorted(Comparator.comparing((Freeze one) -> one.window().from()).reversed())
            .skip((long) page * size)
            .limit(size)
            .toList(),
        freezes.size());
  }

  @Override
  public void add(Agreement agreement) {
    agreements.add(agreement);
  }

  @Override
  public List<Agreement> concerning(String change) {
    return agreements.stream()
        .filter(one -> one.change().equals(change) || one.about().equals(change))
        .toList();
  }

  @Override
  public List<Agreement> about(Freeze freeze) {
    return agreements.stream()
        .filter(one -> one.kind() == FindingKind.FREEZE)
        .filter(one -> one.about().equals(freeze.id().toString()))
        .toList();
  }
}
