package org.itsmsuite.escalation;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.calendar.SpanWords;
import org.itsmsuite.deputy.StandIn;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.deputy.Work;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.notification.Reach;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.sla.DueMilestone;

/**
 * Acts on milestones: functional escalation gives the record to the next support level,
 * hierarchical escalation tells managers. A milestone that is due and not yet taken is acted on,
 * however late, and exactly once. Nobody who is away is told: their deputy is, or the next role of
 * the table.
 */
public class Escalations {

  private static final String CUSTOMER = "customer";
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH);

  private final Clocks clocks;
  private final EscalationTable table;
  private final List<EscalatedRecords> practices;
  private final SupportGroups groups;
  private final StandIns standIns;
  private final Notifications notifications;
  private final Ledger ledger;

  public Escalations(
      Clocks clocks,
      EscalationTable table,
      List<EscalatedRecords> practices,
      SupportGroups groups,
      StandIns standIns,
      Notifications notifications,
      Ledger ledger) {
    this.clocks = clocks;
    this.table = table;
    this.practices = practices;
    this.groups = groups;
    this.standIns = standIns;
    this.notifications = notifications;
    this.ledger = ledger;
  }

  /** Acts on every milestone of the record that is due and not yet taken. */
  public void actOnDue(String record) {
    for (DueMilestone due : clocks.pending(record)) {
      if (clocks.take(due)) {
        List<EscalationRule> table = table(due);
        table.stream()
            .filter(rule -> rule.at().equals(due.milestone()))
            .forEach(rule -> act(due, rule, rolesFrom(rule, table)));
      }
    }
  }

  private List<EscalationRule> table(DueMilestone due) {
    var clock = due.clock();
    return table.rules(clock.bundle(), clock.kind(), clock.priority(), clock.level());
  }

  /**
   * Whom to turn to, one after the other, until somebody is there: the rule's role, the roles of
   * the rules below it in the table, at last the group that has the record. The customer is told in
   * nobody's place, and nobody in the customer's.
   */
  private static List<String> rolesFrom(EscalationRule rule, List<EscalationRule> table) {
    if (rule.role().equals(CUSTOMER)) {
      return List.of(CUSTOMER);
    }
    Set<String> roles = new LinkedHashSet<>();
    table.subList(table.indexOf(rule), table.size()).stream()
        .map(EscalationRule::role)
        .filter(role -> !role.equals(CUSTOMER))
        .forEach(roles::add);
    roles.add("group");
    return List.copyOf(roles);
  }

  private void act(DueMilestone due, EscalationRule rule, List<String> roles) {
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
    Reach told = Reach.NOBODY;
    List<String> absent = new ArrayList<>();
    for (String role : roles) {
      told = tell(due, rule, subject, recipients(role, subject));
      if (!told.isNobody()) {
        break;
      }
      absent.add(role);
    }
    if (told.isNobody() && !rule.role().equals(CUSTOMER)) {
      told = tell(due, rule, subject, Set.of("group:" + subject.group()));
    }
    Fact fact =
        told.in(
            Fact.of(subject.number(), what(told))
                .in(subject.process())
                .with("clock", due.clock().kind().name())
                .with("milestone", due.name())
                .with("action", rule.action().name())
                .with("role", rule.role()));
    ledger.write(absent.isEmpty() ? fact : fact.with("nobodyThere", absent));
  }

  /** Nobody shall read that somebody was told whom no message reaches. */
  private static String what(Reach told) {
    return told.isNobody() ? "escalation.nobodyTold" : "escalation.acted";
  }

  private Reach tell(
      DueMilestone due, EscalationRule rule, Subject subject, Set<String> recipients) {
    return recipients.isEmpty()
        ? Reach.NOBODY
        : notifications.tell(
            new Notification(
                subject.number(),
                template(due, rule),
                occasion(due, rule),
                recipients,
                values(due, subject)));
  }

  private static String why(DueMilestone due) {
    return due.name() + " of the " + due.clock().kind().id() + " target";
  }

  private Optional<SupportGroup> next(Subject subject) {
    return groups.find(subject.group()).map(SupportGroup::next).flatMap(groups::find);
  }

  /** Empty if nobody of that role is there, nor anybody in their place. */
  private Set<String> recipients(String role, Subject subject) {
    return switch (role) {
      case "assignee" ->
          subject.assignee() == null
              ? groupOf(subject)
              : present(subject.assignee(), Work.on(subject.number(), subject.group()));
      case "group" -> groupOf(subject);
      case "group-manager" ->
          groups
              .find(subject.group())
              .map(SupportGroup::manager)
              .map(manager -> present(manager, Work.on(subject.number(), null)))
              .orElse(Set.of());
      case CUSTOMER -> customer(subject);
      default -> standIns.recipientsOf(role, subject.number());
    };
  }

  private Set<String> groupOf(Subject subject) {
    return standIns.recipientsOf(subject.group(), subject.number());
  }

  private Set<String> present(String account, Work work) {
    StandIn standIn = standIns.of(account, work);
    return standIn.isNobody() ? Set.of() : Set.of("user:" + standIn.account());
  }

  private static Set<String> customer(Subject subject) {
    Set<String> recipients = new LinkedHashSet<>();
    if (subject.requester() != null) {
      recipients.add("user:" + subject.requester());
    }
    if (subject.customerEmail() != null) {
      recipients.add("mail:" + subject.customerEmail());
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
