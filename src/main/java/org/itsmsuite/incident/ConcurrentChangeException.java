package org.itsmsuite.incident;

import java.util.List;
import org.itsmsuite.refusal.Refusal;

/**
 * {@code record.changed-meanwhile}: somebody else has changed the record meanwhile; nothing was
 * written, the call may be tried again.
 */
public class ConcurrentChangeException extends Refusal {

  public ConcurrentChangeException(String number) {
    super(
        Kind.CONFLICT,
        "record.changed-meanwhile",
        number
            + " was changed by somebody else meanwhile; nothing was done. Look at it again, then"
            + " repeat your step.",
        List.of());
  }
}
