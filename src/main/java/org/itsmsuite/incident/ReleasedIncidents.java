package org.itsmsuite.incident;

import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/** Gives restricted incidents back to those who may read incidents. */
@Transactional
public class ReleasedIncidents {

  private final IncidentStore store;
  private final IncidentFlow flow;
  private final Restrictions restrictions;

  public ReleasedIncidents(IncidentStore store, IncidentFlow flow, Restrictions restrictions) {
    this.store = store;
    this.flow = flow;
    this.restrictions = restrictions;
  }

  /**
   * Lifts the restriction of a record; if it is an incident, its open tasks are offered to
   * everybody again and tell its title. The caller writes the fact.
   */
  public void release(String number) {
    // A step that goes on at the same time may offer one more task, still without its title.
    var incident = store.lock(number);
    restrictions.lift(number);
    incident.filter(one -> one.run() != null).ifPresent(flow::releaseTasks);
  }
}
