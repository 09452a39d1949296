package org.itsmsuite.change;

import java.util.List;

/**
 * A request for change as somebody hands it in, already checked for form.
 *
 * @param requester null for whoever hands it in
 * @param template id of a template whose texts, items and category it takes over, or null
 * @param from inclusive start of the window; null if none is asked for
 * @param to exclusive end of the window
 */
public record NewChange(
    String title,
    String description,
    String reason,
    String benefit,
    String requester,
    String customer,
    String service,
    Subject subject,
    Action action,
    Impact impact,
    String emergencyReason,
    String cause,
    String template,
    List<String> items,
    java.time.Instant from,
    java.time.Instant to,
    String implementationPlan,
    String testPlan,
    String backOutPlan,
    String group,
    String implementer) {

  public NewChange {
    items = items == null ? List.of() : List.copyOf(items);
  }
}
