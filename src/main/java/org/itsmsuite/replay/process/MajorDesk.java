package org.itsmsuite.replay.process;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.engine.Decisions;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.incident.major.MajorCases;
import org.itsmsuite.incident.major.MajorCharge;
import org.itsmsuite.incident.major.MajorCompany;
import org.itsmsuite.incident.major.MajorCourse;
import org.itsmsuite.incident.major.MajorDeadlines;
import org.itsmsuite.incident.major.MajorNews;
import org.itsmsuite.incident.major.MajorReporting;
import org.itsmsuite.incident.major.MajorRights;
import org.itsmsuite.incident.major.MajorSteps;
import org.itsmsuite.incident.major.Majors;
import org.itsmsuite.incident.major.TechnicalTasks;
import org.itsmsuite.incident.major.process.DmnMajorRules;
import org.itsmsuite.incident.major.process.MajorProcess;
import org.itsmsuite.incident.major.process.MajorTaskFacts;
import org.itsmsuite.incident.major.process.MajorTimerDates;
import org.itsmsuite.incident.major.store.InMemoryMajorStore;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.sla.Clocks;

/** The major incidents of a desk in memory. */
final class MajorDesk {

  private static final ZoneId ZONE = ZoneOffset.UTC;

  final InMemoryMajorStore store = new InMemoryMajorStore();
  final MajorCompany company = new MajorCompany(store);
  final MajorSteps steps;
  final TechnicalTasks tasks;
  final MajorCharge charge;
  final MajorReporting reporting;
  final Majors majors;
  final MajorTaskFacts taskFacts;
  final MajorTimerDates timerDates;

  MajorDesk(
      ProcessEngine engine,
      IncidentSteps incidentSteps,
      IncidentStore incidents,
      IncidentFlow incidentFlow,
      Clocks clocks,
      Calendars calendars,
      Decisions decisions,
      Catalogue catalogue,
      SupportGroups groups,
      Restrictions restrictions,
      Notifications notifications,
      Access access,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    var cases = new MajorCases(store, incidentSteps, ledger);
    var rules = new DmnMajorRules(decisions);
    var deadlines = new MajorDeadlines(calendars, rules);
    var news = new MajorNews(notifications, catalogue, restrictions, ZONE);
    var flow = new MajorProcess(engine.getTaskService());
    steps = new MajorSteps(cases, rules, deadlines, news, clocks, user, time);
    var rights = new MajorRights(access, user, MajorDesk::groupsOf);
    tasks = new TechnicalTasks(cases, news, groups, rights, access, user, time);
    charge = new MajorCharge(cases, rights, tasks, news, flow, user, time);
    reporting = new MajorReporting(cases, deadlines, news, user, time);
    majors = new Majors(cases, steps, charge, tasks, rules, incidents, incidentFlow, flow);
    taskFacts = new MajorTaskFacts(steps, tasks, new MajorCourse(ledger, ZONE), catalogue, user);
    timerDates = new MajorTimerDates(reporting);
  }

  /** A desk has no accounts of its own; those of the demo are known everywhere. */
  private static Set<String> groupsOf(String account) {
    return DemoAccount.ALL.stream()
        .filter(one -> one.name().equals(account))
        .findFirst()
        .map(one -> Set.copyOf(one.groups()))
        .orElse(Set.of());
  }
}
