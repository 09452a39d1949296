package org.itsmsuite.monitoring;

import java.time.Duration;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.IncidentKind;
import org.itsmsuite.incident.Urgency;

/**
 * The row of the released table that fits an event.
 *
 * @param kind with {@code impact} and {@code urgency}: of an incident that is raised; null for
 *     other actions
 * @param graceAfterEnd real time, not working time, for which a repeat that comes after the record
 *     was resolved or closed is still only counted on it: whoever looks at intervals may not have
 *     noticed yet. Zero for none; null for other actions
 */
public record EventRule(
    EventAction action,
    IncidentKind kind,
    Impact impact,
    Urgency urgency,
    Duration graceAfterEnd) {}
