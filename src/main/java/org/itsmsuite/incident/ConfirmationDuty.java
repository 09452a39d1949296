package org.itsmsuite.incident;

import java.util.Optional;
import java.util.Set;
import org.itsmsuite.duty.DutyHolders;

/** Whoever restored the service does not confirm that it works again. */
public class ConfirmationDuty implements DutyHolders {

  /** The line of {@code config/duties.yaml}. */
  public static final String ID = "incident-confirmation";

  private final IncidentStore store;

  public ConfirmationDuty(IncidentStore store) {
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
        .flatMap(incident -> Optional.ofNullable(incident.outcome().resolvedBy()))
        .map(Set::of)
        .orElse(Set.of());
  }
}
