package org.itsmsuite.calendar;

/** A calendar as it was released: its content never changes, a new content is a new version. */
public record CalendarVersion(String name, int version, WorkingCalendar calendar) {}
