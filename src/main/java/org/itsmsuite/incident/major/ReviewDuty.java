package org.itsmsuite.incident.major;

import java.util.Optional;
import java.util.Set;
import org.itsmsuite.duty.DutyHolders;

/** Whoever wrote the report of a major incident does not review it. */
public class ReviewDuty implements DutyHolders {

  /** The line of {@code config/duties.yaml}. */
  static final String ID = "major-incident-review";

  private final MajorStore store;

  public ReviewDuty(MajorStore store) {
    this.store = store;
  }

  @Override
  public Set<String> duties() {
    return Set.of(ID);
  }

  @Override
  public Set<String> holders(String number, String duty) {
    return store
        .latest(number)
        .flatMap(major -> Optional.ofNullable(major.aftermath().report()))
        .map(report -> Set.of(report.by()))
        .orElse(Set.of());
  }
}
