package org.itsmsuite.change.web;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request for change as the page sends it.
 *
 * @param items ids, separated by commas, blanks or lines
 * @param from a local time of the pages' zone as browsers send it, or an instant; the first of two
 *     where the clock is put back
 */
record ChangeForm(
    String title,
    String description,
    String reason,
    String benefit,
    String service,
    String subject,
    String action,
    String impact,
    String emergency,
    String cause,
    String template,
    String items,
    String from,
    String to,
    String implementationPlan,
    String testPlan,
    String backOutPlan,
    String group,
    String implementer) {

  static final ChangeForm EMPTY =
      new ChangeForm(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null, null, null, null);

  ChangeRequest request(ZoneId zone) {
    return new ChangeRequest(
        title,
        description,
        reason,
        benefit,
        null,
        null,
        service,
        subject,
        action,
        impact,
        emergency,
        cause,
        template,
        items(items),
        new ChangeRequest.WindowBody(instant(from, zone), instant(to, zone)),
        implementationPlan,
        testPlan,
        backOutPlan,
        group,
        implementer);
  }

  static List<String> items(String text) {
    return text == null
        ? List.of()
        : Stream.of(text.split("[,\\s]+")).filter(one -> !one.isEmpty()).toList();
  }

  /** As an instant; what is no local time is left to be refused. */
  static String instant(String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      return LocalDateTime.parse(text.strip()).atZone(zone).toInstant().toString();
    } catch (DateTimeException noLocalTime) {
      return text;
    }
  }
}
