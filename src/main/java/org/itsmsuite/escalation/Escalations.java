package org.itsmsuite.escalation;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.calendar.SpanWords;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.sla.DueMilestone;

/**
 * Acts on milestones: functional escalation gives the record to the next support level,
 * hierarchical escalation tells managers. A milestone that is due and not yet taken is acted on,
 * however late, and exactly once.
 */
public class Escalations {

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH);

  private final Clocks clocks;
  private final EscalationTable table;
  private final List<EscalatedRecords> practices;
  private final SupportGroups groups;
  private final Notifications notifications;
  private final Ledger ledger;

  public Escalations(
      Clocks clocks,
      EscalationTable table,
      List<EscalatedRecords> practices,
      SupportGroups groups,
      Notifications notifications,
      Ledger ledger) {
    this.clocks = clocks;
    this.table = table;
    this.practices = practices;
    this.groups = groups;
    this.notifications = notifications;
    this.ledger = ledger;
  }

  /** Acts on every milestone of the record that is due and not yet taken. */
  public void actOnDue(String record) {
    for (DueMilestone due : clocks.pending(record)) {
      if (clocks.take(due)) {
        rules(due).forEach(rule -> act(due, rule));
      }
    }
  }

  private List<EscalationRule> rules(DueMilestone due) {
    var clock = due.clock();
    return table.rules(clock.bundle(), clock.kind(), clock.priority(), clock.level()).stream()
        .filter(rule -> rule.at().equals(due.milestone()))
        .toList();
  }

  private void act(DueMilestone due, EscalationRule rule) {
    EscalatedRecords practice =
        practices.stream()
            .filter(one -> one.owns(due.clock().record()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("No practice owns " + due.clock().record()));
    String record = due.clock().record();
    if (rule.action() == EscalationAction.RAISE) {
      next(practice.subject(record)).ifPresent(next -> practice.raise(record, next.id(), why(due)));
    }
    Subject subject = practice.subject(record);
    Set<String> told =
        notifications.tell(
            new Notification(
                subject.number(),
                template(due, rule),
                occasion(due, rule),
                recipients(rule.role(), subject),
                values(due, subject)));
    ledger.write(
        Fact.of(subject.number(), "escalation.acted")
            .in(subject.process())
            .with("clock", due.clock().kind().name())
            .with("milestone", due.name())
            .with("action", rule.action().name())
            .with("role", rule.role())
            .with("recipients", List.copyOf(told)));
  }

  private static String why(DueMilestone due) {
    return due.name() + " of the " + due.clock().kind().id() + " target";
  }

  private Optional<SupportGroup> next(Subject subject) {
    return groups.find(subject.group()).map(SupportGroup::next).flatMap(groups::find);
  }

  private Set<String> recipients(String role, Subject subject) {
    Set<String> recipients = new LinkedHashSet<>();
    switch (role) {
      case "assignee" ->
          recipients.add(
              subject.assignee() == null
                  ? "group:" + subject.group()
                  : "user:" + subject.assignee());
      case "group" -> recipients.add("group:" + subject.group());
      case "group-manager" ->
          groups
              .find(subject.group())
              .map(SupportGroup::manager)
              .ifPresent(manager -> recipients.add("user:" + manager));
      case "customer" -> {
        if (subject.requester() != null) {
          recipients.add("user:" + subject.requester());
        }
        if (subject.customerEmail() != null) {
          recipients.add("mail:" + subject.customerEmail());
        }
      }
      default -> recipients.add("group:" + role);
    }
    return recipients;
  }

  private static String template(DueMilestone due, EscalationRule rule) {
    return switch (rule.action()) {
      case WARN_CUSTOMER -> "sla-customer-warning";
      case TELL_CUSTOMER -> "sla-customer-missed";
      default ->
          due.milestone().isBreach()
              ? "sla-breached"
              : due.milestone().after().isZero() ? "sla-warning" : "sla-overdue-repeated";
    };
  }

  /**
   * One message per milestone, generation and recipient; two rules for one role at one milestone
   * are one message.
   */
  private static String occasion(DueMilestone due, EscalationRule rule) {
    return due.clock().timer()
        + "/"
        + due.clock().generation()
        + "/"
        + due.name()
        + "/"
        + template(due, rule);
  }

  private static Map<String, Object> values(DueMilestone due, Subject subject) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", subject.number());
    values.put("title", subject.title());
    values.put("service", subject.service());
    values.put("priority", subject.priority());
    values.put("group", subject.group());
    values.put("clock", due.clock().kind().id());
    values.put("target", SpanWords.of(due.clock().target()));
    values.put("dueAt", WHEN.format(due.clock().dueAt().atZone(due.zone())));
    values.put("percent", due.milestone().percent());
    return values;
  }
}
