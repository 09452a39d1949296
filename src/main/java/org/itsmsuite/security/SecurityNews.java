package org.itsmsuite.security;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.deputy.Work;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.notification.Reach;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Restrictions;

/**
 * Tells of security incidents: the number and where to look, never what it is about. A message
 * travels ways that nobody guards.
 */
public class SecurityNews {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH);

  private final Notifications notifications;
  private final SupportGroups groups;
  private final Restrictions restrictions;
  private final StandIns standIns;

  public SecurityNews(
      Notifications notifications,
      SupportGroups groups,
      Restrictions restrictions,
      StandIns standIns) {
    this.notifications = notifications;
    this.groups = groups;
    this.restrictions = restrictions;
    this.standIns = standIns;
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

  /**
   * A role whom the record does not concern, such as top management, is told that something is late
   * and not even its number.
   *
   * @return who is told
   */
  Reach deadline(SecurityIncident incident, Deadline deadline, Warning warning, ZoneId zone) {
    Map<String, Object> values = new HashMap<>();
    values.put("clock", deadline.stage().id());
    values.put("dueAt", WHEN.format(deadline.dueAt().atZone(zone)));
    String point = deadline.stage().id() + "/" + deadline.round() + "/" + warning.name();
    Set<String> recipients = recipients(incident, warning.role());
    if (isOutside(incident, warning.role())) {
      return notifications.tell(
          new Notification(
              SecurityIncidents.PRACTICE,
              "security-late",
              // The run's id is unique as the number is, and tells nothing.
              incident.run().instance() + "/" + point,
              recipients,
              values));
    }
    return tell(
        incident,
        warning.breach() ? "security-deadline-missed" : "security-deadline-near",
        point,
        recipients,
        values);
  }

  private boolean isOutside(SecurityIncident incident, String role) {
    return Groups.exists(role)
        && !restrictions.mayKnow(Concerned.memberOf(role), incident.number());
  }

  /** Nobody who is away: a deputy whom the record concerns, or the team. */
  private Set<String> recipients(SecurityIncident incident, String role) {
    Set<String> team = Set.of(Concerned.group(SecurityIncidents.TEAM));
    return switch (role) {
      case "group" -> team;
      case "assignee" ->
          incident.assignee() == null ? team : present(incident, incident.assignee());
      case "group-manager" ->
          groups
              .find(SecurityIncidents.TEAM)
              .map(SupportGroup::manager)
              .map(manager -> present(incident, manager))
              .orElse(team);
      default -> Set.of(Concerned.group(role));
    };
  }

  private Set<String> present(SecurityIncident incident, String account) {
    return standIns.recipients(account, Work.on(incident.number(), SecurityIncidents.TEAM));
  }

  private Reach tell(
      SecurityIncident incident,
      String template,
      String occasion,
      Set<String> recipients,
      Map<String, Object> more) {
    Map<String, Object> values = more == null ? new HashMap<>() : new HashMap<>(more);
    values.put("number", incident.number());
    return notifications.tell(
        new Notification(
            incident.number(), template, template + "/" + occasion, recipients, values));
  }
}
