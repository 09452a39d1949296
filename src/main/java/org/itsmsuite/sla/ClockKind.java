package org.itsmsuite.sla;

import java.util.Locale;

/** What a clock promises. */
public enum ClockKind {
  /** The first acknowledgement by a person. */
  RESPONSE,
  /** The service works again. */
  RESOLUTION,
  /** The next word: to a requester who has written, or to all concerned every so often. */
  UPDATE;

  /** As models and milestones write it: {@code response}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ClockKind of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
