package org.itsmsuite.change.schedule.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.itsmsuite.change.schedule.Freezes.NewFreeze;
import org.itsmsuite.change.web.WrittenTime;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.web.Texts;

/**
 * A freeze as a page or a program asks for it.
 *
 * @param from inclusive
 * @param to exclusive
 * @param services ids; null or empty if it is for everything
 * @param everything must be true for that
 */
record FreezeRequest(
    String name, String why, String from, String to, List<String> services, Boolean everything) {

  private static final int MOST_SERVICES = 1_000;

  /**
   * @param zone in which times without an offset are meant; null if there are none
   * @throws Refusal that names every field that is not valid
   */
  NewFreeze checked(ZoneId zone) {
    var texts = new Texts();
    String checkedName = texts.required("name", name, 200);
    String checkedWhy = texts.requiredLines("why", why, 2_000);
    Instant begin = time(texts, "from", from, zone);
    Instant end = time(texts, "to", to, zone);
    List<String> named = services(texts);
    texts.verify();
    return new NewFreeze(
        checkedName, checkedWhy, begin, end, named, Boolean.TRUE.equals(everything));
  }

  private List<String> services(Texts texts) {
    List<String> named = services == null ? List.of() : services;
    if (named.size() > MOST_SERVICES) {
      texts.wrong("services", "request.out-of-range", "At most " + MOST_SERVICES + ".");
      return List.of();
    }
    return named.stream()
        .map(one -> texts.required("services", one, 100))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Instant time(Texts texts, String field, String value, ZoneId zone) {
    return WrittenTime.read(texts, field, texts.required(field, value, 40), zone);
  }

  static String why(String text) {
    var texts = new Texts();
    String why = texts.requiredLines("why", text, 2_000);
    texts.verify();
    return why;
  }
}
