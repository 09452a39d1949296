package org.itsmsuite.change;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

/** What became of earlier changes, as their records say. */
public class StoredResults implements PriorResults {

  private final ChangeStore store;
  private final ChangeSettings settings;
  private final Clock time;

  public StoredResults(ChangeStore store, ChangeSettings settings, Clock time) {
    this.store = store;
    this.settings = settings;
    this.time = time;
  }

  @Override
  public FailureHistory of(Collection<String> items) {
    List<Change> reviewed =
        store.reviewed(items, time.instant().minus(settings.lookBack())).stream()
            .filter(one -> one.result().outcome() != Outcome.NOT_IMPLEMENTED)
            .toList();
    return new FailureHistory(
        reviewed.size(),
        reviewed.stream()
            .filter(one -> one.result().outcome() == Outcome.UNSUCCESSFUL)
            .map(Change::number)
            .toList());
  }
}
