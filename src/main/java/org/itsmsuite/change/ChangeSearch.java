package org.itsmsuite.change;

import java.util.List;
import java.util.Set;
import org.itsmsuite.restriction.KnownRecords;

/**
 * What a list asks for; newest first, or in the order of their windows if it asks for a span.
 *
 * @param statuses empty for all
 * @param categories empty for all
 * @param text part of number or title, or null
 * @param item id of an item the changes touch, or null
 * @param service id of a service the changes touch, or null
 * @param during only changes whose window shares an instant with this one; or null
 * @param known which records the person may know of, by {@code c.number}
 * @param page from 0
 * @param size from 1 to 100
 */
public record ChangeSearch(
    List<Status> statuses,
    List<Category> categories,
    String text,
    String item,
    String service,
    Window during,
    Reach reach,
    KnownRecords known,
    int page,
    int size) {

  /**
   * Whose changes are seen.
   *
   * @param requester account whose own ones are, or null
   * @param customer id of the customer whose are, or null
   * @param groups groups whose work is; may be empty
   */
  public record Reach(boolean all, String requester, String customer, Set<String> groups) {

    public static final Reach ALL = new Reach(true, null, null, Set.of());

    /** Whether the person sees this one. */
    public boolean covers(Change change) {
      return all
          || (requester != null
              && (requester.equals(change.requester()) || requester.equals(change.implementer())))
          || (customer != null && customer.equals(change.customer()))
          || (change.group() != null && groups.contains(change.group()));
    }
  }
}
