package org.itsmsuite.incident.major;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.notification.Reach;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.Clocks;
import org.itsmsuite.sla.Promise;

/**
 * What the process does while a major incident is led. Called by the process only, inside the
 * transaction that moves it; each changes the major incident and writes one fact.
 */
public class MajorSteps {

  private final MajorCases cases;
  private final MajorRules rules;
  private final MajorDeadlines deadlines;
  private final MajorNews news;
  private final Clocks clocks;
  private final CurrentUser user;
  private final Clock time;

  public MajorSteps(
      MajorCases cases,
      MajorRules rules,
      MajorDeadlines deadlines,
      MajorNews news,
      Clocks clocks,
      CurrentUser user,
      Clock time) {
    this.cases = cases;
    this.rules = rules;
    this.deadlines = deadlines;
    this.news = news;
    this.clocks = clocks;
    this.user = user;
    this.time = time;
  }

  /**
   * Whether the incident is declared now: the criteria are met, or it was major and is open again
   * after its review. Neither counts where it is declared already, nor where a person has withdrawn
   * the last declaration: that stands until a person declares anew.
   *
   * @param met what the table says
   */
  public boolean isToBeDeclared(String number, boolean met) {
    Incident incident = cases.incident(number);
    if (!met && !incident.assessment().major()) {
      return false;
    }
    MajorIncident latest = cases.store().latest(number).orElse(null);
    return latest == null ? met : isOpenAfterReview(incident, latest);
  }

  private static boolean isOpenAfterReview(Incident incident, MajorIncident latest) {
    return latest.stage() == MajorIncident.Stage.REVIEWED && incident.isOpen();
  }

  /**
   * Tells top management and whom the criteria name, and starts the update clock. Declares the
   * incident first if no person has.
   *
   * @throws Refusal {@code incident.already-major}, {@code incident.criteria-not-met}
   */
  public void inform(String number, MajorRun run) {
    Incident incident = cases.incident(number);
    Criteria criteria = rules.criteria(incident);
    MajorIncident major = cases.going(number).orElseGet(() -> declare(incident, criteria));
    if (major.lead().run() != null) {
      throw Refusal.conflict(
          "incident.already-major", number + " is led as a major incident already.");
    }
    clocks.keepUpdating(
        promise(incident), major.terms().updateEvery(), major.terms().updateCalendar());
    Set<String> meant = news.atDeclaration(incident, major, criteria.inform());
    Reach told =
        news.tell(
            incident,
            major,
            "major-incident-declared",
            major.occasion("declared"),
            meant,
            major.declaration().reason(),
            updateDue(number));
    cases.keep(major, major.informed(run, meant, told));
  }

  private MajorIncident declare(Incident incident, Criteria criteria) {
    MajorIncident before = cases.store().latest(incident.number()).orElse(null);
    if (before != null && isOpenAfterReview(incident, before)) {
      return again(incident, criteria, before);
    }
    if (!criteria.major()) {
      throw Refusal.conflict(
          "incident.criteria-not-met",
          incident.number() + " does not meet the criteria; an incident manager may declare it.");
    }
    return declare(incident, criteria, How.CRITERIA, criteria.reason());
  }

  /** For the same reason as before; whoever was in charge is so until somebody takes charge. */
  private MajorIncident again(Incident incident, Criteria criteria, MajorIncident before) {
    MajorIncident major = declare(incident, criteria, How.REOPENED, before.declaration().reason());
    if (before.lead().manager() != null) {
      cases.keep(major, major.managerNamed(before.lead().manager()));
    }
    return major;
  }

  MajorIncident declare(Incident incident, Criteria criteria, How how, String reason) {
    var major =
        MajorIncident.declared(
            UUID.randomUUID(),
            incident.number(),
            new Declaration(
                time.instant(),
                user.actor().id(),
                how,
                reason,
                criteria.agreedWith(),
                criteria.agreedOn()),
            criteria.terms());
    cases.add(major);
    return major;
  }

  private Promise promise(Incident incident) {
    return new Promise(
        incident.number(),
        incident.run().instance(),
        incident.run().bundle(),
        incident.report().service(),
        incident.report().customer(),
        incident.assessment().priority(),
        incident.assignment().level(),
        time.instant());
  }

  private Instant updateDue(String number) {
    return clocks.due(number, ClockKind.UPDATE).orElse(null);
  }

  /** Everybody concerned hears this, and the update clock starts anew. */
  public void sendUpdate(String number, String text) {
    Incident incident = cases.incident(number);
    MajorIncident major = cases.standing(number);
    clocks.replied(number);
    Reach told =
        news.tell(
            incident,
            major,
            "major-incident-update",
            major.nextUpdate(),
            news.always(incident, major),
            text,
            updateDue(number));
    cases.keep(major, major.updateSent(text, time.instant(), told));
  }

  /** The incident has ended: word is not due any more, the report is. */
  public void endUpdates(String number) {
    MajorIncident major = cases.standing(number);
    if (major.stage() == MajorIncident.Stage.LED) {
      Instant now = time.instant();
      cases.keep(major, major.ended(now, deadlines.reportDue(major, now)));
    }
    clocks.updatesEnded(number);
  }

  /** Not a major incident after all; whoever had been told hears it. */
  public void recordWithdrawal(String number, String reason) {
    Incident incident = cases.incident(number);
    MajorIncident major = cases.standing(number);
    clocks.updatesEnded(number);
    Reach told =
        news.tell(
            incident,
            major,
            "major-incident-withdrawn",
            major.occasion("withdrawn"),
            news.always(incident, major),
            reason,
            null);
    cases.withdrawn(
        major,
        major.withdrawn(
            new Withdrawal(time.instant(), user.actor().id(), reason), told, callOffAll(major)));
  }

  private List<Integer> callOffAll(MajorIncident major) {
    List<TechnicalTask> open =
        cases.store().tasksOf(major).stream().filter(TechnicalTask::isOpen).toList();
    for (TechnicalTask task : open) {
      cases
          .store()
          .save(
              task.ended(
                  TechnicalTask.Outcome.CALLED_OFF, null, time.instant(), user.actor().id()));
    }
    return open.stream().map(TechnicalTask::position).toList();
  }

  public Incident incident(String number) {
    return cases.incident(number);
  }

  /** The major incident that goes on. */
  public MajorIncident standing(String number) {
    return cases.standing(number);
  }

  /** The incident is open again before its review: it is led again. */
  public void resumeLeading(String number) {
    MajorIncident major = cases.standing(number);
    cases.keep(major, major.resumed());
    if (updateDue(number) == null) {
      clocks.keepUpdating(
          promise(cases.incident(number)),
          major.terms().updateEvery(),
          major.terms().updateCalendar());
    }
  }
}
