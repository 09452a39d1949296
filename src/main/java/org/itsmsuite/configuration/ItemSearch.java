package org.itsmsuite.configuration;

import java.util.List;

/**
 * Which items to list, by id.
 *
 * @param text in id or name, whatever the case; null for all
 * @param retired whether retired ones are listed, too
 */
public record ItemSearch(
    String text, ItemLevel level, String type, String status, boolean retired, int page, int size) {

  /**
   * @param total how many there are on all pages
   */
  public record Page(List<Item> items, long total) {

    public Page {
      items = List.copyOf(items);
    }
  }
}
