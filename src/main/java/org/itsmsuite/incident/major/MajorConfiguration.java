package org.itsmsuite.incident.major;

import java.time.Clock;
import java.time.ZoneId;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.IncidentFlow;
import org.itsmsuite.incident.IncidentSteps;
import org.itsmsuite.incident.IncidentStore;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.sla.Clocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts major incidents together. */
@Configuration(proxyBeanMethods = false)
class MajorConfiguration {

  @Bean
  MajorCases majorCases(MajorStore store, IncidentSteps incidents, Ledger ledger) {
    return new MajorCases(store, incidents, ledger);
  }

  @Bean
  ReviewDuty majorReviewDuty(MajorStore store) {
    return new ReviewDuty(store);
  }

  @Bean
  MajorCompany majorCompany(MajorStore store) {
    return new MajorCompany(store);
  }

  @Bean
  MajorDeadlines majorDeadlines(Calendars calendars, MajorRules rules) {
    return new MajorDeadlines(calendars, rules);
  }

  @Bean
  MajorNews majorNews(
      Notifications notifications,
      Catalogue catalogue,
      Restrictions restrictions,
      @Value("${itsm.time-zone}") ZoneId zone) {
    return new MajorNews(notifications, catalogue, restrictions, zone);
  }

  @Bean
  MajorSteps majorSteps(
      MajorCases cases,
      MajorRules rules,
      MajorDeadlines deadlines,
      MajorNews news,
      Clocks clocks,
      CurrentUser user,
      Clock time) {
    return new MajorSteps(cases, rules, deadlines, news, clocks, user, time);
  }

  @Bean
  TechnicalTasks technicalTasks(
      MajorCases cases,
      MajorNews news,
      SupportGroups groups,
      MajorRights rights,
      Access access,
      CurrentUser user,
      Clock time) {
    return new TechnicalTasks(cases, news, groups, rights, access, user, time);
  }

  @Bean
  MajorRights majorRights(Access access, CurrentUser user, ObjectProvider<Accounts> accounts) {
    return new MajorRights(access, user, account -> accounts.getObject().groupsOf(account));
  }

  @Bean
  MajorCharge majorCharge(
      MajorCases cases,
      MajorRights rights,
      TechnicalTasks tasks,
      MajorNews news,
      MajorFlow flow,
      CurrentUser user,
      Clock time) {
    return new MajorCharge(cases, rights, tasks, news, flow, user, time);
  }

  @Bean
  MajorReporting majorReporting(
      MajorCases cases, MajorDeadlines deadlines, MajorNews news, CurrentUser user, Clock time) {
    return new MajorReporting(cases, deadlines, news, user, time);
  }

  @Bean
  MajorCourse majorCourse(Ledger ledger, @Value("${itsm.time-zone}") ZoneId zone) {
    return new MajorCourse(ledger, zone);
  }

  @Bean
  Majors majors(
      MajorCases cases,
      MajorSteps steps,
      MajorCharge charge,
      TechnicalTasks tasks,
      MajorRules rules,
      IncidentStore incidents,
      IncidentFlow flow,
      MajorFlow process) {
    return new Majors(cases, steps, charge, tasks, rules, incidents, flow, process);
  }
}
