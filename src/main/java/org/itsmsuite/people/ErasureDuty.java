package org.itsmsuite.people;

import java.util.Set;
import org.itsmsuite.duty.DutyHolders;

/** Whoever asked for an erasure does not approve it. */
final class ErasureDuty implements DutyHolders {

  static final String DUTY = "person-erasure";

  private final ErasureStore store;

  ErasureDuty(ErasureStore store) {
    this.store = store;
  }

  @Override
  public Set<String> duties() {
    return Set.of(DUTY);
  }

  @Override
  public Set<String> holders(String subject, String duty) {
    return store.requestedBy(subject).map(Set::of).orElse(Set.of());
  }
}
