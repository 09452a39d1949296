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
