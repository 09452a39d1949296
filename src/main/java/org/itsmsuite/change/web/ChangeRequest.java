package org.itsmsuite.change.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.NewChange;
import org.itsmsuite.change.Subject;
import org.itsmsuite.web.Texts;

/**
 * A request for change as it comes in from the API.
 *
 * @param emergency why it cannot wait; makes it an emergency
 * @param cause number of the incident or problem it comes from
 * @param template id of a released template
 */
record ChangeRequest(
    String title,
    String description,
    String reason,
    String benefit,
    String requester,
    String customer,
    String service,
    String subject,
    String action,
    String impact,
    String emergency,
    String cause,
    String template,
    List<String> items,
    WindowBody window,
    String implementationPlan,
    String testPlan,
    String backOutPlan,
    String group,
    String implementer) {

  /** So many items can be named in one request. */
  private static final int MOST_ITEMS = 10_000;

  /**
   * @param from an ISO-8601 instant, inclusive
   * @param to exclusive
   */
  record WindowBody(String from, String to) {}

  /**
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  NewChange checked() {
    return checked(null);
  }

  /**
   * The same from a page.
   *
   * @param zone in which times without an offset are meant; null if there are none
   */
  NewChange checked(ZoneId zone) {
    var texts = new Texts();
    var asked =
        new NewChange(
            texts.required("title", title, 200),
            texts.lines("description", description, 10_000),
            texts.requiredLines("reason", reason, 2_000),
            texts.lines("benefit", benefit, 2_000),
            texts.optional("requester", requester, 255),
            texts.optional("customer", customer, 100),
            texts.optional("service", service, 100),
            named(texts, "subject", subject, Subject.values()),
            named(texts, "action", action, Action.values()),
            named(texts, "impact", impact, Impact.values()),
            texts.lines("emergency", emergency, 2_000),
            texts.optional("cause", cause, 32),
            texts.optional("template", template, 100),
            items(texts),
            window == null ? null : time(texts, "from", window.from(), zone),
            window == null ? null : time(texts, "to", window.to(), zone),
            texts.lines("implementationPlan", implementationPlan, 10_000),
            texts.lines("testPlan", testPlan, 10_000),
            texts.lines("backOutPlan", backOutPlan, 10_000),
            texts.optional("group", group, 100),
            texts.optional("implementer", implementer, 255));
    texts.verify();
    return asked;
  }

  private List<String> items(Texts texts) {
    List<String> named = items == null ? List.of() : items;
    if (named.size() > MOST_ITEMS) {
      texts.wrong("items", "request.out-of-range", "At most " + MOST_ITEMS + ".");
      return List.of();
    }
    return named.stream()
        .map(one -> texts.required("items", one, 100))
        .filter(Objects::nonNull)
        .toList();
  }

  private static <E extends Enum<E>> E named(Texts texts, String field, String name, E[] all) {
    String text = texts.required(field, name, 32);
    if (text == null) {
      return null;
    }
    return Arrays.stream(all)
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseGet(
            () -> {
              texts.wrong(
                  field,
                  "change.unknown-" + field,
                  "One of " + Arrays.toString(all) + " is expected.");
              return null;
            });
  }

  private static Instant time(Texts texts, String field, String value, ZoneId zone) {
    return WrittenTime.read(texts, field, texts.optional(field, value, 40), zone);
  }
}
