package org.itsmsuite.change.web;

/**
 * Which page of a list this is.
 *
 * @param number from 0
 */
record PageBody(int number, int size, long totalElements, long totalPages) {

  static PageBody of(int number, int size, long total) {
    return new PageBody(number, size, total, (total + size - 1) / size);
  }
}
