package org.itsmsuite.incident.major;

import java.util.Optional;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;

/** Finds and keeps incidents that are major. */
public class MajorCases {

  private final MajorStore store;
  private final IncidentStore incidents;
  private final Ledger ledger;

  public MajorCases(MajorStore store, IncidentStore incidents, Ledger ledger) {
    this.store = store;
    this.incidents = incidents;
    this.ledger = ledger;
  }

  MajorStore store() {
    return store;
  }

  /**
   * @throws Refusal {@code incident.not-recorded}
   */
  Incident incident(String number) {
    return incidents
        .find(number == null ? "" : number)
        .filter(found -> found.run() != null)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "incident.not-recorded",
                    "A major incident is a recorded incident: report it, then declare it."));
  }

  /** The major incident that goes on: neither withdrawn nor reviewed. */
  Optional<MajorIncident> going(String number) {
    return store.latest(number).filter(MajorIncident::goesOn);
  }

  /**
   * @throws Refusal {@code incident.not-major}
   */
  MajorIncident standing(String number) {
    return going(number)
        .orElseThrow(
            () ->
                Refusal.conflict(
                    "incident.not-major", number + " is not declared a major incident now."));
  }

  void add(MajorIncident major) {
    store.add(major);
    ledger.write(major.declared());
  }

  void keep(MajorIncident major, Fact fact) {
    store.save(major);
    ledger.write(fact);
  }

  void write(Fact fact) {
    ledger.write(fact);
  }
}
