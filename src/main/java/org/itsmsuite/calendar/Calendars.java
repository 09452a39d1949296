package org.itsmsuite.calendar;

/**
 * The working calendars in force, each in versions: a running clock keeps the version it was
 * started with.
 */
public interface Calendars {

  /**
   * The newest version of a calendar.
   *
   * @throws UnknownCalendarException if there is none of that name
   */
  CalendarVersion current(String name);

  /** One pinned version, also when a newer one exists. */
  CalendarVersion version(String name, int version);
}
