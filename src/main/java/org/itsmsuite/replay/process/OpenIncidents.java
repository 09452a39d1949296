package org.itsmsuite.replay.process;

import java.util.LinkedHashSet;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.store.InMemoryIncidentStore;

/** An incident store that knows which incidents it holds. */
class OpenIncidents extends InMemoryIncidentStore {

  private final Set<String> numbers = new LinkedHashSet<>();

  @Override
  public void add(Incident incident) {
    numbers.add(incident.number());
    super.add(incident);
  }

  @Override
  public void forget(String number) {
    numbers.remove(number);
    super.forget(number);
  }

  Set<String> numbers() {
    return Set.copyOf(numbers);
  }
}
