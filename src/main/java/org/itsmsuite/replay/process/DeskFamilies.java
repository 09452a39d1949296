package org.itsmsuite.replay.process;

import java.time.Clock;
import java.util.function.Function;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.DuplicateSteps;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.IncidentFamilies;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.IncidentLinks;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.OtherIncidents;
import org.itsmsuite.incident.RestrictedIncidents;
import org.itsmsuite.incident.store.InMemoryIncidentStore;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.sla.Clocks;

/** How the desk's incidents are connected with each other. */
record DeskFamilies(
    FamilySteps steps,
    DuplicateSteps duplicates,
    IncidentLinks links,
    Function<IncidentSteps, RestrictedIncidents> restricted) {

  static DeskFamilies of(
      InMemoryIncidentStore store,
      Restrictions restrictions,
      CurrentUser user,
      IncidentFlow flow,
      Clocks clocks,
      Ledger ledger,
      Clock time) {
    var others = new OtherIncidents(store, restrictions, user);
    var steps = new FamilySteps(store, store, flow, ledger);
    return new DeskFamilies(
        steps,
        new DuplicateSteps(store, store, others, clocks),
        new IncidentLinks(
            store,
            store,
            new IncidentFamilies(store, store, steps, others, ledger),
            others,
            ledger,
            time),
        incidents ->
            new RestrictedIncidents(incidents, steps, store, store, restrictions, ledger, time));
  }
}
