package org.itsmsuite.calendar;

/** Placeholder replaced by the calendar module. */
public record WorkingCalendar() {}
