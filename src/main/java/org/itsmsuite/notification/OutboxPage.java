package org.itsmsuite.notification;

import java.util.List;

/**
 * One page of messages, newest first.
 *
 * @param page from 0
 * @param total messages on all pages
 */
public record OutboxPage(List<OutboxMessage> items, int page, int size, long total) {

  public boolean hasNext() {
    return (page + 1L) * size < total;
  }
}
