package org.itsmsuite.change.vote;

/** How a member takes part in a sitting. */
public enum Presence {
  HERE,
  BY_PHONE,
  /** Said before that they could not come. */
  EXCUSED;

  /** Whether they hear what is said, so that the chair can record their votes. */
  public boolean isAttending() {
    return this != EXCUSED;
  }
}
