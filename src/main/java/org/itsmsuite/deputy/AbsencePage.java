package org.itsmsuite.deputy;

import java.util.List;

/**
 * One page of absences.
 *
 * @param page from 0
 * @param total on all pages
 */
public record AbsencePage(List<Absence> items, int page, int size, long total) {

  public boolean hasNext() {
    return (page + 1L) * size < total;
  }
}
