package org.itsmsuite.incident;

import java.time.Instant;

/**
 * A message that left an incident for another practice.
 *
 * @param interfaceId its line in the interface register, such as {@code I-07}
 * @param name the message, such as {@code incident.changeNeeded}
 * @param takenUpAs number of the record another practice made of it, or null
 */
public record LeftMessage(
    String record, String interfaceId, String name, Instant at, String takenUpAs) {

  /** The message as it looks to somebody who may not know what became of it. */
  public LeftMessage notTakenUp() {
    return new LeftMessage(record, interfaceId, name, at, null);
  }
}
