package org.itsmsuite.configuration;

import java.util.Collection;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The items as they are now, in memory. Each question asks the database for one number: the last
 * change that has been committed, by whichever node. Only what changed since is read.
 */
class ItemSnapshots implements ImpactTrees {

  private final ItemStore store;
  private final ItemTypes types;

  /** Written by one at a time, read by all; never holds what is not committed. */
  private volatile Snapshot shared = new Snapshot(0, ItemGraph.EMPTY);

  private record Snapshot(long seq, ItemGraph graph) {}

  ItemSnapshots(ItemStore store, ItemTypes types) {
    this.store = store;
    this.types = types;
  }

  @Override
  public ImpactTree of(Collection<String> ids) {
    return now().impact(ids, types.mostAffected());
  }

  /** As the running transaction sees it, what it has changed itself included. */
  ItemGraph now() {
    if (TransactionSynchronizationManager.hasResource(this)) {
      return readAfter(shared).graph();
    }
    long seq = store.lastChange();
    Snapshot known = shared;
    return known.seq() >= seq ? known.graph() : refreshed();
  }

  private synchronized ItemGraph refreshed() {
    if (shared.seq() < store.lastChange()) {
      shared = readAfter(shared);
    }
    return shared.graph();
  }

  /**
   * The number is asked first: what is committed while rows are read may be among them already, and
   * comes again with the next number.
   */
  private Snapshot readAfter(Snapshot known) {
    long seq = store.lastChange();
    ItemGraph.Next next = known.graph().next(types);
    store.changedAfter(known.seq(), next::relation, next::item);
    return new Snapshot(seq, next.done());
  }

  /** Like {@link ItemStore#lock}; until the transaction ends, it is told what it changes itself. */
  long lock() {
    long seq = store.lock();
    if (!TransactionSynchronizationManager.hasResource(this)) {
      TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
      TransactionSynchronizationManager.registerSynchronization(new Ends());
    }
    return seq;
  }

  private final class Ends implements TransactionSynchronization {

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(ItemSnapshots.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ItemSnapshots.this, Boolean.TRUE);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(ItemSnapshots.this);
    }
  }
}
