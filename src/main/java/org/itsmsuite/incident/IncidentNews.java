package org.itsmsuite.incident;

import java.util.Map;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;

/** Tells requesters and groups what happened to an incident. */
public class IncidentNews {

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
    tell(incident, template, occasion, "user:" + incident.report().requester());
  }

  void tellGroup(Incident incident, String template, String occasion) {
    tell(incident, template, occasion, "group:" + incident.assignment().group());
  }

  private void tell(Incident incident, String template, String occasion, String recipient) {
    Map<String, Object> values = NewsValues.of(incident, catalogue);
    values.put("reason", incident.waiting() == null ? null : incident.waiting().reason().name());
    values.put("resolution", incident.outcome().resolution());
    notifications.tell(
        new Notification(
            incident.number(), template, template + "/" + occasion, Set.of(recipient), values));
  }
}
