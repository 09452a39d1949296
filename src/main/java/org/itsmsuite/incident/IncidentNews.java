package org.itsmsuite.incident;

import java.util.Map;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.refusal.Blank;

/** Tells requesters and groups what happened to an incident. */
public class IncidentNews {

  private static final String NO_REASON = "(nothing was said)";

  private final Notifications notifications;
  private final Catalogue catalogue;

  public IncidentNews(Notifications notifications, Catalogue catalogue) {
    this.notifications = notifications;
    this.catalogue = catalogue;
  }

  /**
   * Tells the requester.
   *
   * @param occasion what makes this message one of a kind for the record
   */
  void tell(Incident incident, String template, String occasion) {
    tell(incident, template, occasion, null);
  }

  /**
   * @param reason as a person gave it, or null
   */
  void tell(Incident incident, String template, String occasion, String reason) {
    tell(incident, template, occasion, reason, "user:" + incident.report().requester());
  }

  /**
   * @param reason as a person gave it, or null
   */
  void tellGroup(Incident incident, String template, String occasion, String reason) {
    tell(incident, template, occasion, reason, "group:" + incident.assignment().group());
  }

  private void tell(
      Incident incident, String template, String occasion, String reason, String recipient) {
    Map<String, Object> values = NewsValues.of(incident, catalogue);
    values.put("reason", Blank.is(reason) ? NO_REASON : reason);
    values.put("resolution", resolution(incident.outcome()));
    notifications.tell(
        new Notification(
            incident.number(), template, template + "/" + occasion, Set.of(recipient), values));
  }

  /** As it is told to whoever it waits for, the customer, or to the group. */
  static String waitsFor(WaitingReason reason) {
    return switch (reason) {
      case CUSTOMER -> "your answer";
      case SUPPLIER -> "the supplier";
      case PROBLEM -> "a problem whose cause is looked for";
      case CHANGE -> "a change that brings the fix";
    };
  }

  private static String resolution(Outcome outcome) {
    if (!Blank.is(outcome.resolution())) {
      return outcome.resolution();
    }
    return "NO_ANSWER".equals(outcome.code())
        ? "We needed an answer from you to go on, and none has come."
        : NO_REASON;
  }
}
