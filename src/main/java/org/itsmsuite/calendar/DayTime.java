package org.itsmsuite.calendar;

/** At what time of the day working days end. */
public enum DayTime {
  /** The wall-clock time at which counting began, kept within the day's hours. */
  SAME_TIME,
  /** The day's last closing. */
  END_OF_DAY
}
