package org.itsmsuite.record;

import java.time.Instant;
import java.util.UUID;

/**
 * A record as other practices see it.
 *
 * @param practice such as {@code incident}
 * @param open whether work on it goes on
 * @param thread identity of the thread of connected records it belongs to
 * @param service id in the catalogue
 * @param customer id, or null
 * @param requester account or name of the person it concerns, or null
 * @param group that works on it, or null
 * @param assignee account, or null
 * @param href of its page
 */
public record RecordSummary(
    String practice,
    String number,
    String title,
    String status,
    boolean open,
    UUID thread,
    Instant openedAt,
    String service,
    String customer,
    String requester,
    String reporter,
    String group,
    String assignee,
    String href) {

  /** Whether this account is the requester's or the reporter's: the outside of the record. */
  public boolean isFrom(String account) {
    return account.equals(requester) || account.equals(reporter);
  }
}
