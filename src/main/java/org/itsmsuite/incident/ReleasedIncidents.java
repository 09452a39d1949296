package org.itsmsuite.incident;

import java.util.List;
import java.util.Set;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.transaction.annotation.Transactional;

/** Gives restricted incidents back to those who may read incidents. */
@Transactional
public class ReleasedIncidents {

  private static final String FORMER_FAMILY = "incident.formerFamily";
  private static final Set<String> FAMILY = Set.of(RestrictedIncidents.FAMILY_ENDED, FORMER_FAMILY);

  private final IncidentStore store;
  private final IncidentFlow flow;
  private final Restrictions restrictions;
  private final Ledger ledger;

  public ReleasedIncidents(
      IncidentStore store, IncidentFlow flow, Restrictions restrictions, Ledger ledger) {
    this.store = store;
    this.flow = flow;
    this.restrictions = restrictions;
    this.ledger = ledger;
  }

  /**
   * Lifts the restriction of a record; if it is an incident, its open tasks are offered to
   * everybody again and tell its title, and its duplicates come back with it. Whom it was the
   * parent or a child of is told by a fact and not made again: that is for people to decide. The
   * caller writes the fact of the record itself.
   */
  public void release(String number) {
    // A step that goes on at the same time may offer one more task, still without its title.
    var incident = store.lock(number);
    restrictions.lift(number);
    incident.ifPresent(this::release);
  }

  private void release(Incident incident) {
    if (incident.run() != null) {
      flow.releaseTasks(incident);
    }
    nameFormerFamily(incident);
    for (String duplicate : Duplicates.of(incident.number(), store)) {
      if (restrictions.isRestricted(duplicate) && !concernsSecurityItself(duplicate)) {
        release(duplicate);
        ledger.write(Fact.of(duplicate, "incident.restrictionLifted"));
      }
    }
  }

  /** Whether it went behind the line by itself, and not because it is a duplicate. */
  private boolean concernsSecurityItself(String number) {
    return store.messages(number).stream()
        .anyMatch(message -> message.name().equals(IncidentMessages.SECURITY_SUSPECTED));
  }

  private void nameFormerFamily(Incident incident) {
    List<LedgerEntry> facts = ledger.of(incident.number());
    facts.stream()
        .filter(entry -> FAMILY.contains(entry.what()))
        .reduce((earlier, later) -> later)
        .filter(entry -> entry.what().equals(RestrictedIncidents.FAMILY_ENDED))
        .ifPresent(
            entry ->
                ledger.write(
                    incident
                        .fact(FORMER_FAMILY)
                        .with("parent", entry.after().get("parent"))
                        .with("children", entry.after().get("children"))));
  }
}
