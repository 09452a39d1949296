package org.itsmsuite.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.calendar.WorkingCalendar;
import org.itsmsuite.calendar.WorkingTime;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.sla.Milestone;

/**
 * Until when each stage is to be done, and who is told on the way there and after. A deadline is
 * placed on the instant line when its stage begins and stays as it is; nothing pauses it.
 */
public class SecurityDeadlines {

  private final DeadlineStore store;
  private final SecurityRules rules;
  private final Calendars calendars;
  private final SecurityNews news;
  private final Ledger ledger;
  private final Clock time;

  public SecurityDeadlines(
      DeadlineStore store,
      SecurityRules rules,
      Calendars calendars,
      SecurityNews news,
      Ledger ledger,
      Clock time) {
    this.store = store;
    this.rules = rules;
    this.calendars = calendars;
    this.news = news;
    this.ledger = ledger;
    this.time = time;
  }

  /** A stage begins; what is due already is told at once. */
  void open(SecurityIncident incident, Stage stage) {
    var assessment = incident.assessment();
    String bundle = incident.run().bundle();
    var allowed =
        rules.deadline(bundle, stage, assessment.priority(), assessment.threat().personalData());
    WorkingCalendar calendar = calendars.current(allowed.calendar()).calendar();
    Instant from = allowed.fromReport() ? incident.reportedAt() : time.instant();
    var deadline =
        new Deadline(
            incident.number(),
            stage,
            round(incident.number(), stage),
            from,
            allowed.within().after(calendar, from),
            allowed.within().toString(),
            allowed.calendar(),
            null,
            false);
    Duration span = allowed.within().workingTime(calendar, from);
    List<Warning> warnings = new ArrayList<>();
    for (var telling : rules.tellings(bundle, stage, assessment.priority())) {
      warnings.addAll(placed(deadline, telling, calendar, span));
    }
    store.open(deadline, warnings);
    ledger.write(
        incident
            .fact("security.deadlineSet")
            .with("stage", stage.name())
            .with("within", deadline.within())
            .with("calendar", deadline.calendar())
            .with("from", from.toString())
            .with("dueAt", deadline.dueAt().toString()));
    tellDue(incident);
  }

  private int round(String number, Stage stage) {
    return 1 + (int) store.of(number).stream().filter(one -> one.stage() == stage).count();
  }

  private static List<Warning> placed(
      Deadline deadline, SecurityRules.Telling telling, WorkingCalendar calendar, Duration span) {
    Milestone at = telling.at();
    if (at.times() == 0) {
      throw new IllegalStateException(
          "security-escalation repeats without end for " + deadline.stage() + "; give a number");
    }
    List<Warning> warnings = new ArrayList<>();
    for (int n = 1; n <= at.times(); n++) {
      warnings.add(
          new Warning(
              deadline.record(),
              deadline.stage(),
              deadline.round(),
              at.name(n),
              telling.role(),
              WorkingTime.due(calendar, deadline.startedAt(), at.offset(span, n), List.of()),
              at.percent() >= 100));
    }
    return warnings;
  }

  void done(SecurityIncident incident, Stage stage) {
    end(incident, stage, true);
  }

  /** Stages that are no longer needed. */
  void cancel(SecurityIncident incident, Stage... stages) {
    for (Stage stage : stages) {
      end(incident, stage, false);
    }
  }

  private void end(SecurityIncident incident, Stage stage, boolean done) {
    Instant now = time.instant();
    running(incident.number(), stage)
        .ifPresent(
            deadline -> {
              store.end(incident.number(), stage, now, done);
              ledger.write(
                  incident
                      .fact(done ? "security.deadlineDone" : "security.deadlineCancelled")
                      .with("stage", stage.name())
                      .with("dueAt", deadline.dueAt().toString())
                      .with("missed", deadline.isMissed(now)));
            });
  }

  private Optional<Deadline> running(String number, Stage stage) {
    return store.of(number).stream()
        .filter(one -> one.stage() == stage && one.isRunning())
        .findFirst();
  }

  /** When the running deadline of a stage is due; empty if none runs. */
  public Optional<Instant> due(String number, Stage stage) {
    return running(number, stage).map(Deadline::dueAt);
  }

  /** All deadlines of a record, in the order of the stages and their rounds. */
  public List<Deadline> of(String number) {
    return store.of(number);
  }

  /** When somebody is to be told next; {@link TimerDates#REST} if nobody is. */
  public Instant nextAfter(String number, Stage stage, Instant now) {
    return store.untold(number).stream()
        .filter(one -> one.stage() == stage && one.at().isAfter(now))
        .map(Warning::at)
        .min(Instant::compareTo)
        .orElse(TimerDates.REST);
  }

  /** Tells of everything that is due and untold, however late, each once. */
  void tellDue(SecurityIncident incident) {
    Instant now = time.instant();
    for (Warning warning : store.untold(incident.number())) {
      if (!warning.at().isAfter(now) && store.take(warning, now)) {
        tell(incident, warning, Duration.between(warning.at(), now));
      }
    }
  }

  private void tell(SecurityIncident incident, Warning warning, Duration late) {
    Deadline deadline = running(incident.number(), warning.stage()).orElseThrow();
    var zone = calendars.current(deadline.calendar()).calendar().zone();
    var told = news.deadline(incident, deadline, warning, zone);
    ledger.write(
        told.in(
                incident
                    .fact(warning.breach() ? "security.deadlineMissed" : "security.deadlineNear")
                    .with("stage", warning.stage().name())
                    .with("point", warning.name())
                    .with("role", warning.role()))
            .with("dueAt", deadline.dueAt().toString())
            .with("late", late.toString()));
  }
}
