package org.itsmsuite.change.web;

import java.util.List;
import java.util.stream.Stream;

/**
 * A request for change as the page sends it.
 *
 * @param items ids, separated by commas, blanks or lines
 * @param from a local time of the pages' zone, or an instant; empty if it is left open
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

  ChangeRequest request() {
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
        new ChangeRequest.WindowBody(blank(from), blank(to)),
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

  /** Null for what is left empty. */
  static String blank(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
