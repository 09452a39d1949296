package org.itsmsuite.incident.major;

/** How an incident came to be declared a major incident. */
public enum How {
  /** The agreed criteria are met. */
  CRITERIA,
  /** An incident manager has declared it. */
  PERSON,
  /** It was major, and was opened again after its review. */
  REOPENED
}
