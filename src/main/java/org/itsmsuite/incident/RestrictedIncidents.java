package org.itsmsuite.incident;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.restriction.Restrictions;

/**
 * Takes an incident behind the line of a restriction. No family crosses that line, or those outside
 * would see by its effects that something is there: a restricted incident has neither parent nor
 * children. Its duplicates tell of the same matter and go behind the line with it. Called inside
 * the transaction that moves the process.
 */
public class RestrictedIncidents {

  /** In the register of interfaces, as the model has it. */
  private static final String SECURITY_INTERFACE = "I-22";

  static final String FAMILY_ENDED = "incident.familyEnded";

  private final IncidentSteps steps;
  private final FamilySteps family;
  private final IncidentStore store;
  private final FamilyStore families;
  private final Restrictions restrictions;
  private final Ledger ledger;
  private final Clock time;

  public RestrictedIncidents(
      IncidentSteps steps,
      FamilySteps family,
      IncidentStore store,
      FamilyStore families,
      Restrictions restrictions,
      Ledger ledger,
      Clock time) {
    this.steps = steps;
    this.family = family;
    this.store = store;
    this.families = families;
    this.restrictions = restrictions;
    this.ledger = ledger;
    this.time = time;
  }

  /** From now on only those concerned know of the record and of its duplicates. */
  public void restrict(String number, String reason) {
    steps.restricted(number, reason);
    endFamily(number);
    standAlone(number);
    for (String duplicate : Duplicates.of(number, store)) {
      if (!restrictions.isRestricted(duplicate)) {
        restrict(duplicate, reason);
      }
    }
  }

  /**
   * What the process does with an incident that is found to concern security while it is handled,
   * for one that is not handled any more: its process, if there still is one, stays where it is.
   */
  public void suspect(String number, String reason) {
    restrict(number, reason);
    steps.leave(number, SECURITY_INTERFACE, IncidentMessages.SECURITY_SUSPECTED);
  }

  /**
   * A parent that waited for it alone goes on, children are no longer resolved with it. Rows are
   * locked from the child upwards, as everywhere.
   */
  private void endFamily(String number) {
    List<String> children = families.children(number);
    children.forEach(store::lock);
    Incident incident = store.lock(number).orElseThrow(() -> OtherIncidents.unknown(number));
    String parent = incident.family().parent();
    if (parent == null && children.isEmpty()) {
      return;
    }
    ledger.write(incident.leftFamily(children));
    store.save(incident);
    for (String child : children) {
      Incident below = steps.incident(child);
      ledger.write(below.takenFromParent(null));
      store.save(below);
      relate(number, child);
    }
    if (parent != null) {
      Incident above = store.lock(parent).orElseThrow(() -> OtherIncidents.unknown(parent));
      ledger.write(above.fact("incident.childUnlinked").with("child", number));
      relate(number, parent);
      family.releaseIfNobodyIsLeft(parent);
    }
  }

  /**
   * What was just found to be the same as something that everybody knows is not handled as that.
   */
  private void standAlone(String number) {
    Incident incident = steps.incident(number);
    String original = Duplicates.original(incident).orElse(null);
    if (original == null || restrictions.isRestricted(original)) {
      return;
    }
    ledger.write(incident.noDuplicate());
    store.save(incident);
    families.unlink(number, LinkType.DUPLICATE_OF.name(), original);
    families.unlink(original, LinkType.HAS_DUPLICATE.name(), number);
    relate(number, original);
  }

  /** Shown to those who may know of both. */
  private void relate(String one, String two) {
    Stream.of(List.of(one, two), List.of(two, one))
        .filter(
            pair ->
                !store
                    .links(pair.get(0))
                    .contains(new IncidentStore.Link(LinkType.RELATED_TO.name(), pair.get(1))))
        .forEach(
            pair ->
                store.link(pair.get(0), LinkType.RELATED_TO.name(), pair.get(1), time.instant()));
  }
}
