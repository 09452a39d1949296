package org.itsmsuite.security;

import java.util.List;

/** One page of a list, and how many there are in all. */
public record SecurityPage(List<SecurityIncident> incidents, long total) {}
