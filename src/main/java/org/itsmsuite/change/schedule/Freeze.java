package org.itsmsuite.change.schedule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.change.Window;

/**
 * A span in which nothing is changed, for services or for all. It is never altered: it is cancelled
 * and announced anew, so that everybody can see what held when.
 *
 * @param window from inclusive, to exclusive
 * @param services ids; empty if it holds for everything
 * @param cancelledBy null as long as it holds
 */
public record Freeze(
    UUID id,
    String name,
    String why,
    Window window,
    List<String> services,
    String announcedBy,
    Instant announcedAt,
    String cancelledBy,
    Instant cancelledAt,
    String cancelledWhy) {

  public Freeze {
    services = List.copyOf(services);
  }

  /** One that holds from now on. */
  public static Freeze announced(
      String name, String why, Window window, List<String> services, String by, Instant at) {
    return new Freeze(UUID.randomUUID(), name, why, window, services, by, at, null, null, null);
  }

  Freeze cancelled(String by, Instant at, String reason) {
    return new Freeze(id, name, why, window, services, announcedBy, announcedAt, by, at, reason);
  }

  /** Its chain in the ledger. */
  public String record() {
    return "freeze:" + id;
  }

  public boolean isGlobal() {
    return services.isEmpty();
  }

  public boolean isCancelled() {
    return cancelledAt != null;
  }

  /** Whether it holds for one of these services. */
  public boolean holdsFor(Collection<String> some) {
    return isGlobal() || services.stream().anyMatch(some::contains);
  }
}
