package org.itsmsuite.change.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.itsmsuite.calendar.LocalMoments;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;

/** A time in a request, from a page or a program. */
public final class WrittenTime {

  private WrittenTime() {}

  /**
   * Null if there is none, or if it cannot be read, which {@code texts} then tells.
   *
   * @param zone in which times without an offset are meant; null if there are none
   */
  public static Instant read(Texts texts, String field, String text, ZoneId zone) {
    try {
      if (text == null) {
        return null;
      }
      return zone == null ? Instant.parse(text) : LocalMoments.read(text, zone, field);
    } catch (DateTimeException noTime) {
      texts.wrong(
          field, "request.wrong-value", "An instant such as 2026-03-02T08:00:00Z is expected.");
    } catch (Refusal refused) {
      texts.wrong(field, refused.key(), refused.getMessage());
    }
    return null;
  }
}
