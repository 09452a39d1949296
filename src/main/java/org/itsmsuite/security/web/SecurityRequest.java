package org.itsmsuite.security.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.itsmsuite.security.NewSecurityIncident;
import org.itsmsuite.web.Texts;

/**
 * A security event as it comes in from the API or the page.
 *
 * @param reportedAt an ISO-8601 instant, or a local time of the pages' zone as browsers send it;
 *     may be left out
 */
record SecurityRequest(
    String title, String description, String service, String customer, String reportedAt) {

  static final SecurityRequest EMPTY = new SecurityRequest(null, null, null, null, null);

  /**
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  NewSecurityIncident checked(ZoneId zone) {
    var texts = new Texts();
    var raised =
        new NewSecurityIncident(
            texts.required("title", title, 200),
            texts.lines("description", description, 10_000),
            texts.required("service", service, 100),
            texts.optional("customer", customer, 100),
            time(texts, texts.optional("reportedAt", reportedAt, 40), zone));
    texts.verify();
    return raised;
  }

  private static Instant time(Texts texts, String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException noTime) {
      texts.wrong(
          "reportedAt",
          "request.wrong-value",
          "An instant such as 2026-03-02T08:00:00Z is expected.");
      return null;
    }
  }
}
