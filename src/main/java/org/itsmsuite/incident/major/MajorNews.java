package org.itsmsuite.incident.major;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.NewsValues;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.notification.Reach;
import org.itsmsuite.restriction.Restrictions;

/**
 * Tells those concerned about a major incident. If the record is a restricted one, it concerns from
 * then on whoever has to lead it or to decide about it.
 */
public class MajorNews {

  private static final String CUSTOMER = "customer";

  static final String MANAGEMENT = "group:top-management";

  /** Whose task it is to take charge. */
  static final String LEADING = "incident-managers";

  private final Notifications notifications;
  private final Catalogue catalogue;
  private final Restrictions restrictions;
  private final DateTimeFormatter when;

  /**
   * @param zone in which messages tell times
   */
  public MajorNews(
      Notifications notifications, Catalogue catalogue, Restrictions restrictions, ZoneId zone) {
    this.notifications = notifications;
    this.catalogue = catalogue;
    this.restrictions = restrictions;
    this.when =
        DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH).withZone(zone);
  }

  /**
   * Who hears of the declaration: the requester and top management always, and whoever is in charge
   * already.
   *
   * @param roles a group, or {@code customer}
   */
  Set<String> atDeclaration(Incident incident, MajorIncident major, Collection<String> roles) {
    Set<String> recipients = new LinkedHashSet<>();
    involve(incident, LEADING);
    involve(incident, "top-management");
    recipients.add(MANAGEMENT);
    recipients.add("user:" + incident.report().requester());
    if (major.lead().manager() != null) {
      recipients.add("user:" + major.lead().manager());
    }
    for (String role : roles) {
      if (role.equals(CUSTOMER)) {
        recipients.addAll(customer(incident));
      } else {
        involve(incident, role);
        recipients.add("group:" + role);
      }
    }
    return recipients;
  }

  /** Who hears every word: those told at the declaration, the requester and the customer. */
  Set<String> always(Incident incident, MajorIncident major) {
    Set<String> recipients = new LinkedHashSet<>(major.lead().told());
    recipients.add("user:" + incident.report().requester());
    recipients.addAll(customer(incident));
    return recipients;
  }

  private Set<String> customer(Incident incident) {
    Set<String> recipients = new LinkedHashSet<>();
    Optional<Customer> customer = catalogue.customer(incident.report().customer());
    customer
        .map(Customer::contacts)
        .ifPresent(all -> all.forEach(c -> recipients.add("user:" + c)));
    customer.map(Customer::email).ifPresent(address -> recipients.add("mail:" + address));
    return recipients;
  }

  /** The group has work to do here, so it may know of the record. */
  void involve(Incident incident, String group) {
    restrictions.name(incident.number(), "group:" + group);
  }

  /** The person has work to do here. */
  void involvePerson(Incident incident, String account) {
    restrictions.name(incident.number(), "user:" + account);
  }

  /**
   * @param text what people wrote or the reason, or null
   * @param due what is due when, or null
   * @return who is told in the end
   */
  Reach tell(
      Incident incident,
      MajorIncident major,
      String template,
      String occasion,
      Set<String> recipients,
      String text,
      Instant due) {
    Map<String, Object> values = NewsValues.of(incident, catalogue);
    values.put("manager", Objects.requireNonNullElse(major.lead().manager(), "nobody yet"));
    values.put("text", text);
    values.put("dueAt", due == null ? "no time is set" : when.format(due));
    return notifications.tell(
        new Notification(incident.number(), template, occasion, recipients, values));
  }
}
