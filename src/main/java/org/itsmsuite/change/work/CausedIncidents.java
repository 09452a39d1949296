package org.itsmsuite.change.work;

import java.time.Clock;
import java.util.List;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.Changes;
import org.itsmsuite.identity.Absent;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * Incidents that a change has caused (I-09, clause 8.5.1.3). Who may know of both records is asked
 * before it is called.
 */
@Transactional
public class CausedIncidents {

  private final CausedStore store;
  private final ChangeStore changes;
  private final Ledger ledger;
  private final Clock time;

  public CausedIncidents(CausedStore store, ChangeStore changes, Ledger ledger, Clock time) {
    this.store = store;
    this.changes = changes;
    this.ledger = ledger;
    this.time = time;
  }

  /**
   * The change is found to have caused the incident.
   *
   * @throws Refusal {@code change.not-begun} if nobody has begun to carry it out, {@code
   *     incident.already-caused}
   */
  public void caused(String incident, String number, String reason) {
    Change change = change(number);
    if (change.result().startedAt() == null) {
      throw Refusal.conflict(
          "change.not-begun", number + " was not begun; it can have caused nothing.");
    }
    if (!store.add(number, incident, time.instant())) {
      throw Refusal.conflict(
          "incident.already-caused", incident + " is known as caused by " + number + " already.");
    }
    tell(change, incident, "change.causedIncident", "incident.causedByChange", reason);
  }

  /**
   * The change has not caused it after all.
   *
   * @throws Refusal {@code incident.not-caused}
   */
  public void notCaused(String incident, String number, String reason) {
    Change change = change(number);
    if (!store.remove(number, incident)) {
      throw notKnown(incident, number);
    }
    tell(change, incident, "change.incidentNotCaused", "incident.notCausedByChange", reason);
  }

  /** The answer to taking a cause away that is not there, or not to be known of. */
  public static Refusal notKnown(String incident, String number) {
    return Refusal.conflict(
        "incident.not-caused", incident + " is not known as caused by " + number + ".");
  }

  private void tell(
      Change change, String incident, String ofChange, String ofIncident, String reason) {
    ledger.write(
        change
            .fact(ofChange)
            .with("interface", "I-09")
            .with("incident", incident)
            .with("reason", Personal.of(reason)));
    ledger.write(
        Fact.of(incident, ofIncident)
            .with("interface", "I-09")
            .with("change", change.number())
            .with("reason", Personal.of(reason)));
  }

  private Change change(String number) {
    return changes.lock(number).orElseThrow(() -> Absent.of(Changes.PRACTICE, number));
  }

  /** Numbers of the incidents that a change has caused. */
  @Transactional(readOnly = true)
  public List<String> incidents(String change) {
    return store.incidents(change);
  }

  /** Numbers of the changes that have caused an incident. */
  @Transactional(readOnly = true)
  public List<String> changes(String incident) {
    return store.changes(incident);
  }
}
