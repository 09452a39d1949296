package org.itsmsuite.incident.major;

import java.util.Optional;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;

/** Finds and keeps incidents that are major. */
public class MajorCases {

  private final MajorStore store;
  private final IncidentSteps incidents;
  private final Ledger ledger;

  public MajorCases(MajorStore store, IncidentSteps incidents, Ledger ledger) {
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
    return incidents.incident(number);
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

  /** The declaration stands from now on, and the incident shows it. */
  void add(MajorIncident major) {
    store.add(major);
    incidents.major(major.record(), true);
    ledger.write(major.declared());
  }

  void keep(MajorIncident major, Fact fact) {
    store.save(major);
    ledger.write(fact);
  }

  /** The declaration does not stand any more. */
  void withdrawn(MajorIncident major, Fact fact) {
    keep(major, fact);
    incidents.major(major.record(), false);
  }

  void write(Fact fact) {
    ledger.write(fact);
  }
}
