package org.itsmsuite.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.itsmsuite.refusal.Refusal;

/**
 * Reads moments as people write them: {@code 2026-03-02 22:00} in their zone, {@code
 * 2026-03-02T22:00+01:00} or {@code 2026-03-02T21:00:00Z} anywhere. A local time that comes twice,
 * because the clock is put back, is nobody's guess: whoever wrote it says which of the two is
 * meant.
 */
public final class LocalMoments {

  private LocalMoments() {}

  /**
   * @param field names the place in refusals
   * @throws Refusal {@code time.comes-twice} with both ways of saying it, {@code time.left-out} for
   *     a local time that the clock skips, {@code request.wrong-value} for what is no time
   */
  public static Instant read(String text, ZoneId zone, String field) {
    String written = text.strip().replace(' ', 'T');
    try {
      return Instant.parse(withSeconds(written));
    } catch (DateTimeException noInstant) {
      return local(written, zone, field);
    }
  }

  /** People leave the seconds out, which instants want. */
  private static String withSeconds(String written) {
    return written.replaceFirst("^([^T]+T\\d\\d:\\d\\d)(Z|[+-].*)$", "$1:00$2");
  }

  private static Instant local(String written, ZoneId zone, String field) {
    LocalDateTime time;
    try {
      time = LocalDateTime.parse(written);
    } catch (DateTimeException noTime) {
      throw Refusal.invalid(
          "request.wrong-value",
          field,
          "A time such as 2026-03-02 22:00, or an instant such as 2026-03-02T21:00:00Z, is"
              + " expected.");
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    if (offsets.isEmpty()) {
      throw Refusal.invalid(
          "time.left-out",
          field,
          "The clock in " + zone + " is put forward over " + time + ": there is no such time.");
    }
    if (offsets.size() > 1) {
      throw Refusal.invalid(
          "time.comes-twice",
          field,
          "The clock in "
              + zone
              + " is put back: this time comes twice. Write "
              + time.atOffset(offsets.get(0))
              + " for the first, "
              + time.atOffset(offsets.get(1))
              + " for the second.");
    }
    return time.toInstant(offsets.get(0));
  }
}
