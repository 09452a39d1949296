package org.itsmsuite.incident.major;

import org.itsmsuite.calendar.WorkingSpan;

/**
 * A row of the table {@code major-incident-overdue}.
 *
 * @param after how long after it was due; null for at once
 * @param role group that is told
 */
public record OverdueRule(WorkingSpan after, String role) {}
