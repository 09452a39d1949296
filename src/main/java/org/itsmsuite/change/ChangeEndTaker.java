package org.itsmsuite.change;

/** Another practice whose records may wait for a change (I-06, I-08). */
public interface ChangeEndTaker {

  /**
   * The change has ended, whatever came of it; called within its step.
   *
   * @param record number of the record that waits
   * @return whether it is a record of this practice; what it makes of it is its own affair
   */
  boolean ended(Change change, String record);
}
