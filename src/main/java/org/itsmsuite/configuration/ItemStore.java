package org.itsmsuite.configuration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Keeps items, their versions and relations. Joins the caller's transaction. */
public interface ItemStore {

  /**
   * Keeps others from changing items and relations until the transaction ends.
   *
   * @return the number that goes with what the transaction changes; it grows from one transaction
   *     that commits to the next
   */
  long lock();

  /** The number of the last change, as this transaction sees it. */
  long lastChange();

  /**
   * Hands over each item and each relation that has changed since, relations first. Relations that
   * have ended are among them, except from the beginning.
   *
   * @param after a number of {@link #lastChange}; 0 for the beginning
   */
  void changedAfter(long after, Consumer<ItemRelation> relations, Consumer<Item> items);

  Optional<Item> find(String id);

  List<Item> of(Collection<String> ids);

  ItemSearch.Page search(ItemSearch search);

  /** Each current item by its id. */
  void each(Consumer<Item> told);

  /** Each relation in force, by its ends. */
  void eachRelation(Consumer<ItemRelation> told);

  boolean isEmpty();

  /** Items that begin. */
  void add(Collection<ItemVersion> firsts, long seq);

  /**
   * The next versions of items; whatever was in force ends where they begin.
   *
   * @return false, and nothing is to be kept, if one of them has got another version meanwhile
   */
  boolean change(Collection<ItemVersion> nexts, long seq);

  /** All versions, the oldest first. */
  List<ItemVersion> history(String id);

  void relate(Collection<ItemRelation> relations, long seq);

  void end(Collection<ItemRelation> ended, long seq);

  Optional<ItemRelation> relation(UUID id);

  /** Those at one of whose ends the item stands, the oldest first. */
  List<ItemRelation> relationsOf(String item);

  /** The same, as they were at the instant. */
  List<ItemRelation> relationsOf(String item, Instant at);

  /** Words of {@code config/item-types.yaml} that are in use. */
  Words words();

  record Words(Set<String> types, Set<String> statuses, Set<String> kinds) {

    public Words {
      types = Set.copyOf(types);
      statuses = Set.copyOf(statuses);
      kinds = Set.copyOf(kinds);
    }
  }
}
