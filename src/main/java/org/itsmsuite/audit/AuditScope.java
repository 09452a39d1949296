package org.itsmsuite.audit;

import java.time.Instant;
import java.util.Set;

/**
 * What an engagement reaches: the records that fit all of it. What is empty or null does not
 * narrow.
 *
 * @param practices such as {@code incident}
 * @param recordsFrom records opened then or later
 * @param recordsUntil records opened before
 */
public record AuditScope(
    Set<String> practices,
    Set<String> services,
    Set<String> customers,
    Instant recordsFrom,
    Instant recordsUntil) {

  public AuditScope {
    practices = Set.copyOf(practices);
    services = Set.copyOf(services);
    customers = Set.copyOf(customers);
  }

  public boolean isUnlimited() {
    return practices.isEmpty()
        && services.isEmpty()
        && customers.isEmpty()
        && recordsFrom == null
        && recordsUntil == null;
  }

  public boolean hasPractice(String practice) {
    return practices.isEmpty() || practices.contains(practice);
  }
}
