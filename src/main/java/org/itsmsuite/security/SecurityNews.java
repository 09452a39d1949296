package org.itsmsuite.security;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Concerned;

/**
 * Tells of security incidents: the number and where to look, never what it is about. A message
 * travels ways that nobody guards.
 */
public class SecurityNews {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH);

  private final Notifications notifications;
  private final SupportGroups groups;

  public SecurityNews(Notifications notifications, SupportGroups groups) {
    this.notifications = notifications;
    this.groups = groups;
  }

  void raised(SecurityIncident incident) {
    tell(incident, "security-raised", "", Set.of(Concerned.group(SecurityIncidents.TEAM)), null);
  }

  void concerns(SecurityIncident incident, String concerned) {
    tell(incident, "security-concerns-you", concerned, Set.of(concerned), null);
  }

  void closed(SecurityIncident incident, Set<String> concerned) {
    tell(incident, "security-closed", "", concerned, null);
  }

  /** The recipients. */
  Set<String> deadline(SecurityIncident incident, Deadline deadline, Warning warning, ZoneId zone) {
    Map<String, Object> values = new HashMap<>();
    values.put("clock", deadline.stage().id());
    values.put("dueAt", WHEN.format(deadline.dueAt().atZone(zone)));
    Set<String> recipients = Set.of(recipient(incident, warning.role()));
    tell(
        incident,
        warning.breach() ? "security-deadline-missed" : "security-deadline-near",
        deadline.stage().id() + "/" + deadline.round() + "/" + warning.name(),
        recipients,
        values);
    return recipients;
  }

  private String recipient(SecurityIncident incident, String role) {
    String team = Concerned.group(SecurityIncidents.TEAM);
    return switch (role) {
      case "group" -> team;
      case "assignee" -> incident.assignee() == null ? team : Concerned.user(incident.assignee());
      case "group-manager" ->
          groups
              .find(SecurityIncidents.TEAM)
              .map(SupportGroup::manager)
              .map(Concerned::user)
              .orElse(team);
      default -> Concerned.group(role);
    };
  }

  private void tell(
      SecurityIncident incident,
      String template,
      String occasion,
      Set<String> recipients,
      Map<String, Object> more) {
    Map<String, Object> values = more == null ? new HashMap<>() : new HashMap<>(more);
    values.put("number", incident.number());
    notifications.tell(
        new Notification(
            incident.number(), template, template + "/" + occasion, recipients, values));
  }
}
