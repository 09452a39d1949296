package org.itsmsuite.monitoring;

/**
 * What taking an event came to.
 *
 * @param repeated whether the same event was taken before; {@code outcome} is what became of it
 *     then
 * @param record number of the incident it was for, or null
 * @param status where that incident stands now, or null
 * @param alarm as it is now, or null
 */
public record Taken(
    EventOutcome outcome, boolean repeated, String record, String status, Alarm alarm) {

  /** Whether this very call has made a record. */
  public boolean isNewRecord() {
    return outcome == EventOutcome.RAISED && !repeated;
  }
}
