package org.itsmsuite.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A request to erase a person.
 *
 * @param account null once it is done: nothing leads back from the pseudonym
 * @param otherNames what else the person is called in free text, such as a mail address
 * @param erasedBy who approved it, or null
 */
public record Erasure(
    UUID id,
    String account,
    List<String> otherNames,
    String pseudonym,
    String reason,
    String requestedBy,
    Instant requestedAt,
    String erasedBy,
    Instant erasedAt) {

  public Erasure {
    otherNames = List.copyOf(otherNames);
  }

  /** What facts about it belong to. */
  public String record() {
    return "erasure:" + id;
  }
}
