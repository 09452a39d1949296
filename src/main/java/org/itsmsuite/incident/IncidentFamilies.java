package org.itsmsuite.incident;

import java.util.HashSet;
import java.util.Set;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes incidents children of others and takes them away again. A child has one parent at most and
 * may have children of its own. Children are resolved with their parent, which is not closed before
 * the last of them.
 */
@Transactional
public class IncidentFamilies {

  private final IncidentStore store;
  private final FamilyStore families;
  private final FamilySteps steps;
  private final OtherIncidents others;
  private final Ledger ledger;

  public IncidentFamilies(
      IncidentStore store,
      FamilyStore families,
      FamilySteps steps,
      OtherIncidents others,
      Ledger ledger) {
    this.store = store;
    this.families = families;
    this.steps = steps;
    this.others = others;
    this.ledger = ledger;
  }

  /**
   * Makes an open incident the child of another. One whose parent is resolved already is resolved
   * at once, as the other children were.
   *
   * @param reason may be null
   * @throws Refusal {@code incident.link-to-itself}, {@code incident.unknown-other}, {@code
   *     incident.family-cycle}, {@code incident.has-parent}, {@code incident.parent-closed}, {@code
   *     incident.restricted-family}, {@code incident.not-open}
   */
  public void link(String child, String parent, String reason) {
    IncidentLinks.refuseItself(child, parent);
    // First of all: what is read from here on nobody changes any more.
    families.lockFamilies();
    others.found(child);
    others.found(parent);
    // Before the rows are locked: downwards, in a circle, would be the wrong way round.
    refuseCycle(child, parent);
    Incident below = others.locked(child);
    Incident above = others.locked(parent);
    others.requireUnrestricted(child, parent);
    if (below.family().hasParent()) {
      throw Refusal.conflict(
          "incident.has-parent",
          child
              + " is a child of "
              + below.family().parent()
              + " already; take it away there first.");
    }
    if (above.isClosed()) {
      throw Refusal.conflict(
          "incident.parent-closed",
          parent + " is " + above.status() + " and takes no children any more.");
    }
    ledger.write(below.madeChildOf(parent, reason));
    store.save(below);
    ledger.write(above.fact("incident.childLinked").with("child", child));
    if (above.status() == Status.RESOLVED) {
      // One child, and somebody waits for the answer: no job, which many need to fail apart.
      steps.resolveChild(parent, child);
    }
  }

  /** Nobody links meanwhile, so the way up stays what it is. */
  private void refuseCycle(String child, String parent) {
    Set<String> seen = new HashSet<>();
    for (String above = parent; above != null && seen.add(above); ) {
      if (above.equals(child)) {
        throw Refusal.conflict(
            "incident.family-cycle",
            parent + " stands below " + child + " already and cannot be its parent too.");
      }
      above = store.find(above).map(one -> one.family().parent()).orElse(null);
    }
  }

  /**
   * Takes an incident away from its parent; a parent that waited for it alone goes on.
   *
   * @throws Refusal {@code incident.not-linked}
   */
  public void unlink(String child, String parent, String reason) {
    families.lockFamilies();
    Incident below = others.locked(child);
    if (!parent.equals(below.family().parent()) || !others.isKnown(parent)) {
      throw IncidentLinks.notLinked(child, parent);
    }
    Incident above = others.locked(parent);
    ledger.write(below.takenFromParent(reason));
    store.save(below);
    ledger.write(above.fact("incident.childUnlinked").with("child", child));
    steps.releaseIfNobodyIsLeft(parent);
  }
}
