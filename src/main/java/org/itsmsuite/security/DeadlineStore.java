package org.itsmsuite.security;

import java.time.Instant;
import java.util.List;

/** Keeps deadlines and who is to be told when. */
public interface DeadlineStore {

  void open(Deadline deadline, List<Warning> warnings);

  /** Deadlines of a record, in the order of the stages and their rounds. */
  List<Deadline> of(String record);

  /**
   * Ends the running deadline of a stage, if there is one; its warnings are given up.
   *
   * @param done whether the stage was done; else it was no longer needed
   */
  void end(String record, Stage stage, Instant at, boolean done);

  /** Warnings of running deadlines that nobody has been told of, earliest first. */
  List<Warning> untold(String record);

  /**
   * Marks a warning as told.
   *
   * @return false if somebody else was faster
   */
  boolean take(Warning warning, Instant at);
}
