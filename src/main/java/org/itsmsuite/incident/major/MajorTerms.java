package org.itsmsuite.incident.major;

import java.time.Duration;
import org.itsmsuite.calendar.WorkingSpan;

/**
 * What was promised for a major incident, as the criteria table gave it at the declaration.
 *
 * @param updateEvery working time from one word to the next
 * @param updateCalendar working calendar it counts in
 * @param reportWithin from the end of the incident
 * @param reviewWithin from the report
 * @param calendar working calendar that report and review count in
 */
public record MajorTerms(
    Duration updateEvery,
    String updateCalendar,
    WorkingSpan reportWithin,
    WorkingSpan reviewWithin,
    String calendar) {}
