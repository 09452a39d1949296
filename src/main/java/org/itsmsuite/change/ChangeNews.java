package org.itsmsuite.change;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.Service;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.notification.Reach;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.restriction.Concerned;

/** Tells people of changes: those who ask, those who work, those whose services are touched. */
public class ChangeNews {

  /** The group that looks after changes. */
  public static final String MANAGERS = "change-managers";

  private static final String NONE = "none given";

  private final Notifications notifications;
  private final Catalogue catalogue;
  private final DateTimeFormatter when;

  /**
   * @param zone in which times are told
   */
  public ChangeNews(Notifications notifications, Catalogue catalogue, ZoneId zone) {
    this.notifications = notifications;
    this.catalogue = catalogue;
    this.when =
        DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH).withZone(zone);
  }

  void requested(Change change) {
    tell(change, "change-requested", "", Set.of(requester(change)), null);
  }

  void decided(Change change) {
    Decision decision = change.decision();
    Map<String, Object> values = new HashMap<>();
    values.put("status", decision.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    values.put("reason", Blank.is(decision.reason()) ? NONE : decision.reason());
    values.put("dueAt", time(decision.deferredUntil()));
    tell(
        change,
        "change-decided",
        change.round() + "/" + change.decidedAt(),
        Set.of(requester(change)),
        values);
  }

  /**
   * Tells when it will be done: whoever asks for it, who carries it out, who supports the services
   * that are touched, and those who speak for the customers who receive them.
   */
  Reach scheduled(Change change) {
    Set<String> told = new LinkedHashSet<>();
    told.add(requester(change));
    if (change.implementer() != null) {
      told.add(Concerned.user(change.implementer()));
    }
    if (change.group() != null) {
      told.add(Concerned.group(change.group()));
    }
    for (String service : change.services()) {
      catalogue
          .service(service)
          .ifPresent(
              found -> {
                told.add(Concerned.group(found.supportGroup()));
                told.addAll(contacts(change, found));
              });
    }
    return tell(change, "change-scheduled", "" + change.scheduledAt(), told, Map.of());
  }

  /** Of the customer it is made for, or of all who receive the service. */
  private List<String> contacts(Change change, Service service) {
    return service.customers().stream()
        .filter(one -> change.customer() == null || change.customer().equals(one))
        .flatMap(one -> catalogue.customer(one).stream())
        .flatMap(one -> one.contacts().stream())
        .map(Concerned::user)
        .toList();
  }

  void approvalVoided(Change change) {
    Map<String, Object> values = new HashMap<>();
    values.put("reason", change.approvalVoid());
    tell(
        change,
        "change-approval-void",
        change.round() + "/" + change.version(),
        Set.of(requester(change), Concerned.group(MANAGERS)),
        values);
  }

  void assessmentOverdue(Change change, Assessment assessment) {
    Map<String, Object> values = new HashMap<>();
    values.put("what", assessment.kind().toLowerCase(Locale.ROOT));
    values.put("dueAt", time(assessment.dueAt()));
    tell(
        change,
        "change-assessment-overdue",
        assessment.round() + "/" + assessment.kind(),
        new LinkedHashSet<>(
            List.of(Concerned.group(assessment.group()), Concerned.group(MANAGERS))),
        values);
  }

  /** Members of a board are asked for their votes. */
  public void voteOpened(Change change, List<String> members, Instant dueAt, String occasion) {
    tellMembers(change, "change-vote-opened", members, dueAt, occasion);
  }

  /** Those who have not voted are told when the vote ends. */
  public void voteReminder(Change change, List<String> members, Instant dueAt, String occasion) {
    tellMembers(change, "change-vote-reminder", members, dueAt, occasion);
  }

  /**
   * Whoever chairs the board hears that members are away and nobody may vote in their place.
   *
   * @param who their accounts
   */
  public void voteUnattended(
      Change change, String chairs, List<String> who, Instant dueAt, String occasion) {
    Map<String, Object> values = new HashMap<>();
    values.put("dueAt", time(dueAt));
    values.put("what", String.join(", ", who));
    tell(change, "change-vote-unattended", occasion, Set.of(Concerned.group(chairs)), values);
  }

  private void tellMembers(
      Change change, String template, List<String> members, Instant dueAt, String occasion) {
    Set<String> recipients = new LinkedHashSet<>();
    members.forEach(one -> recipients.add(Concerned.user(one)));
    if (!recipients.isEmpty()) {
      Map<String, Object> values = new HashMap<>();
      values.put("dueAt", time(dueAt));
      tell(change, template, occasion, recipients, values);
    }
  }

  void ended(Change change) {
    Map<String, Object> values = new HashMap<>();
    values.put("status", outcome(change));
    tell(change, "change-ended", "", Set.of(requester(change)), values);
  }

  /** Those who work on an incident that waited for it, or the group, hear that they can go on. */
  void endedFor(Change change, Incident waiting) {
    Map<String, Object> values = new HashMap<>();
    values.put("status", outcome(change));
    values.put("what", waiting.number());
    String group = waiting.assignment().group();
    tell(
        change,
        "change-ended-for-incident",
        waiting.number(),
        Set.of(Concerned.group(group == null ? MANAGERS : group)),
        values);
  }

  /** How it ended, in words: {@code rejected}, {@code withdrawn}, or as the review says. */
  static String outcome(Change change) {
    Enum<?> outcome =
        change.status() == Status.CLOSED ? change.result().outcome() : change.status();
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String requester(Change change) {
    return Concerned.user(change.requester());
  }

  private String time(Instant at) {
    return at == null ? NONE : when.format(at);
  }

  private Reach tell(
      Change change,
      String template,
      String occasion,
      Set<String> recipients,
      Map<String, Object> more) {
    Map<String, Object> values = more == null ? new HashMap<>() : new HashMap<>(more);
    values.put("number", change.number());
    values.put("title", change.title());
    values.put("from", change.window() == null ? NONE : time(change.window().from()));
    values.put("to", change.window() == null ? NONE : time(change.window().to()));
    return notifications.tell(
        new Notification(change.number(), template, template + "/" + occasion, recipients, values));
  }
}
