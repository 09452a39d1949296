package org.itsmsuite.incident;

import java.util.List;
import java.util.Map;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.Personal;

/**
 * What the steps of the process ask and do about parents and children. Called inside the
 * transaction that moves the process. Rows are locked from the child upwards, always: whoever
 * closes a child holds it already, and two that wait for each other would wait for ever.
 */
public class FamilySteps {

  private final IncidentStore store;
  private final FamilyStore families;
  private final IncidentFlow flow;
  private final Ledger ledger;

  public FamilySteps(IncidentStore store, FamilyStore families, IncidentFlow flow, Ledger ledger) {
    this.store = store;
    this.families = families;
    this.flow = flow;
    this.ledger = ledger;
  }

  /** Numbers of the children that are worked on, in order. */
  public List<String> openChildren(String parent) {
    return families.openChildren(parent);
  }

  public boolean hasOpenChildren(String parent) {
    return !families.openChildren(parent).isEmpty();
  }

  /**
   * Whether nothing keeps the parent from being closed. Its row stays locked, so that a child that
   * is closed at this moment is either seen here or sees the parent wait.
   */
  public boolean allChildrenClosed(String parent) {
    store.lock(parent);
    return !families.hasUnfinishedChildren(parent);
  }

  /**
   * Resolves a child as its parent was resolved. A child that is not open any more, or no longer
   * one, is left alone.
   */
  public void resolveChild(String parent, String number) {
    Incident child = store.lock(number).orElseThrow(() -> OtherIncidents.unknown(number));
    if (!child.isOpen() || !parent.equals(child.family().parent())) {
      return;
    }
    Outcome outcome =
        store.find(parent).orElseThrow(() -> OtherIncidents.unknown(parent)).outcome();
    ledger.write(
        child
            .restored(outcome.resolution(), outcome.code(), false, outcome.resolvedBy())
            .with("resolvedBy", Personal.of(outcome.resolvedBy())));
    store.save(child);
    flow.send(number, IncidentMessages.PARENT_RESOLVED, Map.of());
  }

  /**
   * Before a parent ends otherwise than by restoring the service: nobody links meanwhile, and rows
   * are locked from the children upwards.
   */
  public void holdWithChildren(String parent) {
    families.lockFamilies();
    families.children(parent).forEach(store::lock);
  }

  /**
   * A parent has ended otherwise than by restoring the service: what was true of it is not true of
   * its children, which stand for themselves from now on.
   */
  public void releaseChildren(String parent) {
    List<String> children = families.children(parent);
    if (children.isEmpty()) {
      return;
    }
    holdWithChildren(parent);
    Incident above = store.find(parent).orElseThrow(() -> OtherIncidents.unknown(parent));
    for (String child : children) {
      Incident below = store.find(child).orElseThrow(() -> OtherIncidents.unknown(child));
      ledger.write(below.takenFromParent(null));
      store.save(below);
      ledger.write(above.fact("incident.childUnlinked").with("child", child));
    }
  }

  /**
   * A child has come to its end, closed or cancelled: a parent that waits for the last one goes on.
   */
  public void childClosed(String number) {
    String parent =
        store.find(number).orElseThrow(() -> OtherIncidents.unknown(number)).family().parent();
    if (parent != null) {
      store.lock(parent);
      releaseIfNobodyIsLeft(parent);
    }
  }

  /** The parent's row is locked already. */
  void releaseIfNobodyIsLeft(String parent) {
    if (!families.hasUnfinishedChildren(parent)) {
      flow.tell(parent, IncidentMessages.LAST_CHILD_CLOSED);
    }
  }
}
