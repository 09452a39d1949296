package org.itsmsuite.incident.major;

/** What is still to come once a major incident has ended. */
public enum Awaited {
  REPORT,
  REVIEW;

  /** As people read it. */
  public String label() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
