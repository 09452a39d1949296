package org.itsmsuite.configuration;

import org.itsmsuite.refusal.Refusal;

/**
 * Interface I-13: items follow what a change has done to them. Each update is a version of the item
 * that names the change, also where no value becomes different, and a fact. Joins the caller's
 * transaction; who may do so is decided before it is called.
 */
public interface ItemUpdates {

  /**
   * @param change number of the change, such as {@code CHG-000001}
   * @throws Refusal {@code configuration.unknown-item}, {@code configuration.retired}, {@code
   *     configuration.unknown-status} and what else {@code POST /api/items} refuses
   */
  Item updated(String item, String change, ItemUpdate update);

  /**
   * @param reason why it is not used any more
   * @throws Refusal {@code configuration.unknown-item}, {@code configuration.retired}, {@code
   *     configuration.still-needed}
   */
  Item retired(String item, String change, String reason);
}
