package org.itsmsuite.configuration;

import java.time.Instant;
import java.util.UUID;

/**
 * One item hangs together with another for a while.
 *
 * @param kind id of a {@link RelationKind}
 * @param from inclusive
 * @param until exclusive, or null while it holds
 * @param change number of the request for change that brought it, or null
 * @param endedBy null while it holds, as is why
 * @param endedChange number of the request for change that ended it, or null
 */
public record ItemRelation(
    UUID id,
    String fromItem,
    String kind,
    String toItem,
    Instant from,
    Instant until,
    String enteredBy,
    String change,
    String endedBy,
    String endedWhy,
    String endedChange) {

  static ItemRelation begun(NewRelation wanted, Instant from, String by) {
    return new ItemRelation(
        UUID.randomUUID(),
        wanted.from(),
        wanted.kind(),
        wanted.to(),
        from,
        null,
        by,
        null,
        null,
        null,
        null);
  }

  public boolean isInForce() {
    return until == null;
  }

  ItemRelation ended(String by, Instant at, String why, String rfc) {
    Instant end = at.isBefore(from) ? from : at;
    return new ItemRelation(id, fromItem, kind, toItem, from, end, enteredBy, change, by, why, rfc);
  }

  /** The other end, seen from one. */
  public String otherEnd(String item) {
    return fromItem.equals(item) ? toItem : fromItem;
  }
}
