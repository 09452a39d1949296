package org.itsmsuite.change.work;

import java.util.Set;
import java.util.stream.Collectors;
import org.itsmsuite.duty.DutyHolders;

/** Whoever carried a change out, or backed it out, does not review it. */
public class ReviewDuty implements DutyHolders {

  /** The line of {@code config/duties.yaml}. */
  public static final String ID = "change-review";

  private static final Set<WorkStep> WORK = Set.of(WorkStep.CARRY_OUT, WorkStep.BACK_OUT);

  private final WorkStore store;

  public ReviewDuty(WorkStore store) {
    this.store = store;
  }

  @Override
  public Set<String> duties() {
    return Set.of(ID);
  }

  @Override
  public Set<String> holders(String number, String duty) {
    return store.of(number).stream()
        .filter(note -> WORK.contains(note.step()))
        .map(WorkNote::by)
        .collect(Collectors.toSet());
  }
}
