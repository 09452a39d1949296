package org.itsmsuite.incident;

import java.util.List;

/**
 * What a list asks for; null and empty mean no restriction.
 *
 * @param text looked for in number and title, ignoring case
 * @param scope whose incidents may be seen at all
 * @param sort one of {@link Sort}
 * @param page from 0
 * @param size from 1 to 100
 */
public record IncidentSearch(
    List<Status> statuses, String priority, String group, String text, Scope scope, Sort sort, boolean descending, int page, int size) {

  /** What a list can be sorted by; ties by number. */
  public enum Sort {
    OPENED,
    DUE,
    PRIORITY,
    STATUS,
    NUMBER
  }

  /**
   * Rows a person may see: all, or those of a requester, a customer or a group.
   *
   * @param requester and customer and group: at most one is not null; all null means everything
   */
  public record Scope(String requester, String customer, String group) {
    public static final Scope ALL = new Scope(null, null, null);
  }
}
