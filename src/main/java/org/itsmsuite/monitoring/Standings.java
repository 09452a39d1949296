package org.itsmsuite.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.restriction.Restrictions;

/**
 * Finds what stands for an event. A record that the sender may not know of stands for nothing they
 * send: what they are told is what they would be told if it were not there. Those it concerns still
 * see the event, beside.
 */
class Standings {

  /**
   * @param main what the sender is told of; empty if nothing stands for the event
   * @param beside those that it is not told of
   */
  record Found(Optional<Standing> main, List<Standing> beside) {}

  /** A duplicate of a duplicate of a duplicate ...: enough for real life, and no endless loop. */
  private static final int DUPLICATES_FOLLOWED = 10;

  private final MonitoringStore store;
  private final Incidents incidents;
  private final Restrictions restrictions;
  private final CurrentUser user;

  Standings(
      MonitoringStore store, Incidents incidents, Restrictions restrictions, CurrentUser user) {
    this.store = store;
    this.incidents = incidents;
    this.restrictions = restrictions;
    this.user = user;
  }

  /** Others that ask for the same key wait until the transaction ends. */
  Found lock(String key) {
    List<Standing> all = new ArrayList<>(store.lock(key).stream().map(this::standing).toList());
    Optional<Standing> main =
        all.stream()
            .filter(one -> !restrictions.isRestricted(one.incident().number()))
            .findFirst()
            .or(() -> all.stream().filter(this::isKnown).findFirst());
    main.ifPresent(all::remove);
    all.stream().filter(Standing::isOver).map(Standing::alarm).forEach(store::retire);
    return new Found(main, all.stream().filter(one -> !one.isOver()).toList());
  }

  private boolean isKnown(Standing one) {
    return restrictions.mayKnow(user.actor(), one.incident().number());
  }

  private Standing standing(Alarm alarm) {
    Incident incident = incidents.find(alarm.record());
    for (int followed = 0; followed < DUPLICATES_FOLLOWED; followed++) {
      String other = incident.assessment().duplicateOf();
      if (new Standing(alarm, incident).isOpen() || other == null) {
        break;
      }
      incident = incidents.find(other);
    }
    return new Standing(alarm, incident);
  }
}
