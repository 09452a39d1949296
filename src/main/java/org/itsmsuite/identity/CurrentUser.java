package org.itsmsuite.identity;

/** The person on whose account the running code acts. */
public interface CurrentUser {

  /** Never null: {@link Actor#SYSTEM} where no person stands behind the call (timers, start-up). */
  Actor actor();
}
