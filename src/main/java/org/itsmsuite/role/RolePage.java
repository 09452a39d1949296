package org.itsmsuite.role;

import java.util.List;

/**
 * A page of holdings, the last given first.
 *
 * @param total how many there are on all pages
 */
public record RolePage(List<RoleHolding> items, int page, int size, long total) {

  public RolePage {
    items = List.copyOf(items);
  }
}
