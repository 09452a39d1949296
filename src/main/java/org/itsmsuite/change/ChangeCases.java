package org.itsmsuite.change;

import java.util.function.Supplier;
import org.springframework.transaction.annotation.Transactional;

/** Puts the whole case of a change together, for whoever judges it. Who may see it asks before. */
public class ChangeCases {

  private final WindowChecks windows;
  private final PriorResults results;
  private final Supplier<ItemFacts> items;

  public ChangeCases(WindowChecks windows, PriorResults results, Supplier<ItemFacts> items) {
    this.windows = windows;
    this.results = results;
    this.items = items;
  }

  /**
   * @param moment what it is looked at for
   */
  @Transactional(readOnly = true)
  public ChangeCase of(Change change, Moment moment) {
    ItemFacts known = items.get();
    return new ChangeCase(
        change,
        windows.check(change, moment),
        known.of(change.items()),
        known.dependants(change.items()),
        results.of(change.items()));
  }
}
