package org.itsmsuite.change.work;

import org.itsmsuite.change.Change;
import org.itsmsuite.configuration.Item;
import org.itsmsuite.configuration.ItemUpdate;
import org.itsmsuite.configuration.ItemUpdates;
import org.itsmsuite.configuration.Items;
import org.itsmsuite.restriction.Restrictions;

/** What a change has touched gets a line in its history that names the change (I-13). */
class ItemHistory implements DeployedItems {

  private final Items items;
  private final ItemUpdates updates;
  private final Restrictions restrictions;

  ItemHistory(Items items, ItemUpdates updates, Restrictions restrictions) {
    this.items = items;
    this.updates = updates;
    this.restrictions = restrictions;
  }

  /**
   * Items that were retired meanwhile stay as they are, and so do those of a restricted change:
   * many read the history of an item.
   */
  @Override
  public void deployed(Change change) {
    if (restrictions.isRestricted(change.number())) {
      return;
    }
    for (Item item : items.of(change.items())) {
      if (!item.isRetired()) {
        updates.updated(item.id(), change.number(), worked(change));
      }
    }
  }

  private static ItemUpdate worked(Change change) {
    return ItemUpdate.status(null, change.number() + " was carried out, and works.");
  }
}
