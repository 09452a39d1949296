package org.itsmsuite.sla;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock as people see it.
 *
 * @param agreement id of the agreement behind the promise, or null
 * @param requirement id of the agreement's requirement that it measures, or null
 * @param open still counts, be it late already; a promise kept too late is no longer open
 * @param periodic word that is due again and again
 * @param elapsed working time counted so far, pauses left out; never negative
 * @param percent of the allowed time that is used; may exceed 100
 */
public record ClockView(
    ClockKind kind,
    Duration target,
    String calendar,
    int calendarVersion,
    Instant startedAt,
    Instant dueAt,
    String agreement,
    String requirement,
    ClockState state,
    boolean open,
    boolean periodic,
    Duration elapsed,
    int percent) {}
