package org.itsmsuite.notification;

/** Tells people. Joins the caller's transaction: what is rolled back was never said. */
public interface Notifications {

  /**
   * Writes one message per recipient; a second call with the same occasion and recipient does
   * nothing.
   */
  void tell(Notification notification);
}
