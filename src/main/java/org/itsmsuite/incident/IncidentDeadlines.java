package org.itsmsuite.incident;

import java.time.Instant;
import org.itsmsuite.sla.Clocks;

/**
 * When things happen by themselves that a person could do before: reminders, giving up, closing,
 * the end of reopening. The spans come from tables and count in the record's own calendar.
 */
public class IncidentDeadlines {

  /** Where a timer rests that has nothing to wait for. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final IncidentRules rules;
  private final Clocks clocks;

  public IncidentDeadlines(IncidentRules rules, Clocks clocks) {
    this.rules = rules;
    this.clocks = clocks;
  }

  /** When the next reminder of the wait is due; far away when the last one is out. */
  public Instant nextReminder(Incident incident) {
    var rule = waitingRule(incident);
    Wait wait = incident.waiting();
    if (rule.remindEvery() == null || wait.reminders() >= rule.reminders()) {
      return NEVER;
    }
    Instant at = wait.since();
    for (int n = 0; n <= wait.reminders(); n++) {
      at = clocks.after(incident.number(), rule.remindEvery(), at, rule.calendar());
    }
    return at;
  }

  public Instant givesUpAt(Incident incident) {
    var rule = waitingRule(incident);
    return clocks.after(
        incident.number(), rule.giveUpAfter(), incident.waiting().since(), rule.calendar());
  }

  public boolean givingUpResolves(Incident incident) {
    return waitingRule(incident).resolves();
  }

  private IncidentRules.Waiting waitingRule(Incident incident) {
    return rules.waiting(
        incident.run().bundle(), incident.waiting().reason(), incident.assessment().priority());
  }

  public Instant closesAt(Incident incident) {
    var rule = rules.closing(incident.run().bundle(), incident.assessment().priority());
    return clocks.after(
        incident.number(), rule.closeAfter(), incident.outcome().resolvedAt(), rule.calendar());
  }

  public Instant reopenableUntil(Incident incident) {
    var rule = rules.closing(incident.run().bundle(), incident.assessment().priority());
    return clocks.after(
        incident.number(), rule.reopenWithin(), incident.outcome().closedAt(), rule.calendar());
  }
}
