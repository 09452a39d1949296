package org.itsmsuite.incident;

import java.util.List;

/** One page of a list, and how many there are in all. */
public record IncidentPage(List<Incident> incidents, long total) {}
