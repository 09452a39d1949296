package org.itsmsuite.incident;

import java.util.List;
import java.util.Set;
import org.itsmsuite.identity.Actor;

/**
 * What a list asks for; null and empty mean no restriction.
 *
 * @param major only those that are, or were, major incidents
 * @param text looked for in number and title, ignoring case
 * @param scope whose incidents may be seen at all
 * @param sort one of {@link Sort}
 * @param page from 0
 * @param size from 1 to 100
 */
public record IncidentSearch(
    List<Status> statuses,
    String priority,
    String group,
    boolean major,
    String text,
    Scope scope,
    Sort sort,
    boolean descending,
    int page,
    int size) {

  /** What a list can be sorted by; ties by number. */
  public enum Sort {
    OPENED,
    DUE,
    PRIORITY,
    STATUS,
    NUMBER
  }

  /**
   * Rows a person may see: all, or those that match at least one of the others. Of restricted
   * records only those that concern the viewer are among them.
   *
   * @param viewer who looks
   * @param requester account whose own incidents are seen, or null
   * @param customer whose incidents are seen, or null
   * @param groups whose incidents are seen
   */
  public record Scope(
      Actor viewer, boolean all, String requester, String customer, Set<String> groups) {

    /** For the suite itself. */
    public static final Scope ALL = allFor(Actor.SYSTEM);

    public static Scope allFor(Actor viewer) {
      return new Scope(viewer, true, null, null, Set.of());
    }

    public static Scope ownOf(Actor viewer) {
      return new Scope(viewer, false, viewer.id(), null, Set.of());
    }

    /** Whether this incident is one of them, unless it is restricted. */
    public boolean covers(Incident incident) {
      return all
          || incident.report().requester().equals(requester)
          || incident.report().reporter().equals(requester)
          || incident.report().customer().equals(customer)
          || groups.contains(String.valueOf(incident.assignment().group()));
    }
  }
}
