package org.itsmsuite.role.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.itsmsuite.role.RoleQuery;
import org.itsmsuite.web.Texts;

/** What a list of roles is asked for, as addresses carry it. */
record RoleFilter(String account, String group, String at, Integer page, Integer size) {

  private static final int LONGEST = 255;
  private static final int LAST_PAGE = 1_000_000;
  private static final int MOST = 200;
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

  /**
   * @param zone of dates without a time, which mean their end
   * @throws org.itsmsuite.refusal.Refusal naming every parameter that is not valid
   */
  RoleQuery checked(ZoneId zone, int defaultSize) {
    var texts = new Texts();
    var query =
        new RoleQuery(
            texts.optional("account", account, LONGEST),
            texts.optional("group", group, LONGEST),
            moment(texts, zone),
            within(texts, "page", page, 0, 0, LAST_PAGE),
            within(texts, "size", size, defaultSize, 1, MOST));
    texts.verify();
    return query;
  }

  private Instant moment(Texts texts, ZoneId zone) {
    if (at == null || at.isBlank()) {
      return null;
    }
    try {
      var text = at.strip();
      var moment =
          text.length() == 10
              ? LocalDate.parse(text).atTime(LocalTime.MAX).atZone(zone).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      if (moment.isAfter(EARLIEST) && moment.isBefore(LATEST)) {
        return moment;
      }
    } catch (DateTimeException unreadable) {
      // told below, like a time that lies too far away
    }
    texts.wrong(
        "at",
        "role.unreadable-time",
        "A day like 2026-04-27, or a time like 2026-04-27T09:00:00Z, is expected.");
    return null;
  }

  private static int within(
      Texts texts, String field, Integer value, int otherwise, int least, int most) {
    if (value == null) {
      return otherwise;
    }
    if (value < least || value > most) {
      texts.wrong(field, "request.out-of-range", "From " + least + " to " + most + ".");
      return otherwise;
    }
    return value;
  }
}
