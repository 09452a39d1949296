package org.itsmsuite.escalation;

/** A practice whose records escalate. */
public interface EscalatedRecords {

  boolean owns(String record);

  Subject subject(String record);

  /** Gives the record to another group, its open task included. */
  void raise(String record, String group, String reason);
}
