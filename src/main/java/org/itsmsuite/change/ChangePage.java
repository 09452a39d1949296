package org.itsmsuite.change;

import java.util.List;

/** One page of a list, and how many there are in all. */
public record ChangePage(List<Change> changes, long total) {}
