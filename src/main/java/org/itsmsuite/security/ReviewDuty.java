package org.itsmsuite.security;

import java.util.Optional;
import java.util.Set;
import org.itsmsuite.duty.DutyHolders;

/** Whoever contained a security incident does not review it. */
public class ReviewDuty implements DutyHolders {

  /** The line of {@code config/duties.yaml}. */
  static final String ID = "security-review";

  private final SecurityStore store;

  public ReviewDuty(SecurityStore store) {
    this.store = store;
  }

  @Override
  public Set<String> duties() {
    return Set.of(ID);
  }

  @Override
  public Set<String> holders(String number, String duty) {
    return store
        .find(number)
        .flatMap(incident -> Optional.ofNullable(incident.outcome().containedBy()))
        .map(Set::of)
        .orElse(Set.of());
  }
}
