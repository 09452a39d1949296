package org.itsmsuite.calendar;

import java.util.List;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.refusal.Refusal;

/** No calendar of that name, or not in that version ({@code calendar.unknown}). */
public class UnknownCalendarException extends Refusal {

  public UnknownCalendarException(String detail) {
    super(
        Kind.INVALID,
        "calendar.unknown",
        detail,
        List.of(new Offence("calendar", "calendar.unknown", detail)));
  }

  static UnknownCalendarException of(String name, Iterable<String> known) {
    return new UnknownCalendarException(
        "There is no calendar "
            + Quoted.text(String.valueOf(name))
            + "; there are "
            + String.join(", ", known)
            + ".");
  }
}
