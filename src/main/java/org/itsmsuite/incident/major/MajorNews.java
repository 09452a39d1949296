package org.itsmsuite.incident.major;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Customer;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;

/**
 * Tells those concerned about a major incident. Of a restricted record hears only whom it concerns;
 * whoever has to lead it or to decide about it becomes one of them.
 */
public class MajorNews {

  private static final String CUSTOMER = "customer";
  private static final String TOP_MANAGEMENT = "group:top-management";

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
   * Who hears of the declaration: top management always.
   *
   * @param roles a group, or {@code customer}
   */
  Set<String> atDeclaration(Incident incident, Collection<String> roles) {
    Set<String> recipients = new LinkedHashSet<>();
    involve(incident, "top-management");
    recipients.add(TOP_MANAGEMENT);
    for (String role : roles) {
      if (role.equals(CUSTOMER)) {
        recipients.addAll(customer(incident));
      } else {
        involve(incident, role);
        recipients.add("group:" + role);
      }
    }
    return concerned(incident, recipients);
  }

  /** Who hears every word: those told at the declaration, the requester and the customer. */
  Set<String> always(Incident incident, MajorIncident major) {
    Set<String> recipients = new LinkedHashSet<>(major.lead().told());
    String requester = incident.report().requester();
    if (requester.chars().noneMatch(Character::isWhitespace)) {
      recipients.add("user:" + requester);
    }
    recipients.addAll(customer(incident));
    return concerned(incident, recipients);
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

  private Set<String> concerned(Incident incident, Set<String> recipients) {
    if (restrictions.isRestricted(incident.number())) {
      recipients.retainAll(restrictions.concerned(incident.number()));
    }
    return recipients;
  }

  /**
   * @param text what people wrote or the reason, or null
   * @param due what is due when, or null
   */
  void tell(
      Incident incident,
      MajorIncident major,
      String template,
      String occasion,
      Set<String> recipients,
      String text,
      Instant due) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", incident.number());
    values.put("title", incident.report().title());
    values.put(
        "service",
        catalogue
            .service(incident.report().service())
            .map(Service::name)
            .orElse(incident.report().service()));
    values.put("priority", incident.assessment().priority());
    values.put("status", incident.status().name());
    values.put("group", incident.assignment().group());
    values.put("manager", major.lead().manager());
    values.put("text", text);
    values.put("dueAt", due == null ? null : when.format(due));
    notifications.tell(new Notification(incident.number(), template, occasion, recipients, values));
  }
}
