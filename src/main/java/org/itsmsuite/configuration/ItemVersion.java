package org.itsmsuite.configuration;

import java.time.Instant;

/**
 * What an item was like for a while. It begins at {@code item.since()}.
 *
 * @param until exclusive, or null while it holds
 * @param by account that made it so
 * @param why in words, or null
 * @param change number of the request for change that it followed, or null
 */
public record ItemVersion(Item item, Instant until, String by, String why, String change) {

  public boolean isInForce(Instant at) {
    return !at.isBefore(item.since()) && (until == null || at.isBefore(until));
  }
}
