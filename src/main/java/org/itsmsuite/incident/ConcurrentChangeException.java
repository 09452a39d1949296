package org.itsmsuite.incident;

/**
 * Somebody else has changed the record meanwhile; nothing was written, the call may be tried again.
 */
public class ConcurrentChangeException extends RuntimeException {

  public ConcurrentChangeException(String number) {
    super(number + " was changed by somebody else meanwhile");
  }
}
