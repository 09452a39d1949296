package org.itsmsuite.change.vote;

import java.util.List;

/** One page of what a board has to vote on, what ends first on top, and how much it is in all. */
public record Agenda(List<AgendaItem> items, long total) {

  public Agenda {
    items = List.copyOf(items);
  }
}
