package org.itsmsuite.security.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.itsmsuite.security.Deadline;
import org.itsmsuite.security.DeadlineStore;
import org.itsmsuite.security.Stage;
import org.itsmsuite.security.Warning;

/** Deadlines in memory, for process tests. One thread only. */
public class InMemoryDeadlineStore implements DeadlineStore {

  private final List<Deadline> deadlines = new ArrayList<>();
  private final List<Warning> untold = new ArrayList<>();

  @Override
  public void open(Deadline deadline, List<Warning> warnings) {
    deadlines.add(deadline);
    untold.addAll(warnings);
  }

  @Override
  public List<Deadline> of(String record) {
    return deadlines.stream()
        .filter(one -> one.record().equals(record))
        .sorted(Comparator.comparing(Deadline::stage).thenComparing(Deadline::round))
        .toList();
  }

  @Override
  public void end(String record, Stage stage, Instant at, boolean done) {
    deadlines.replaceAll(
        one ->
            one.record().equals(record) && one.stage() == stage && one.isRunning()
                ? new Deadline(
                    one.record(),
                    one.stage(),
                    one.round(),
                    one.startedAt(),
                    one.dueAt(),
                    one.within(),
                    one.calendar(),
                    at,
                    done)
                : one);
    untold.removeIf(one -> one.record().equals(record) && one.stage() == stage);
  }

  @Override
  public List<Warning> untold(String record) {
    return untold.stream()
        .filter(one -> one.record().equals(record))
        .sorted(Comparator.comparing(Warning::at))
        .toList();
  }

  @Override
  public boolean take(Warning warning, Instant at) {
    return untold.remove(warning);
  }
}
