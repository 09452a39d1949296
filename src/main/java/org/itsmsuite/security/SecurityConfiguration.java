package org.itsmsuite.security;

import java.time.Clock;
import java.util.Optional;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.incident.ReleasedIncidents;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the practice together. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  @Bean
  SecurityNews securityNews(
      Notifications notifications,
      SupportGroups groups,
      Restrictions restrictions,
      StandIns standIns) {
    return new SecurityNews(notifications, groups, restrictions, standIns);
  }

  @Bean
  SecurityDeadlines securityDeadlines(
      DeadlineStore store,
      SecurityRules rules,
      Calendars calendars,
      SecurityNews news,
      Ledger ledger,
      Clock time) {
    return new SecurityDeadlines(store, rules, calendars, news, ledger, time);
  }

  @Bean
  SecurityIncidents securityIncidents(
      SecurityStore store,
      SecurityFlow flow,
      Restrictions restrictions,
      Catalogue catalogue,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      SecurityNews news) {
    return new SecurityIncidents(store, flow, restrictions, catalogue, user, ledger, time, news);
  }

  @Bean
  ReviewDuty securityReviewDuty(SecurityStore store) {
    return new ReviewDuty(store);
  }

  @Bean
  SecurityCircle securityCircle(
      SecurityStore store,
      SecurityFlow flow,
      Restrictions restrictions,
      Accounts accounts,
      Ledger ledger,
      SecurityNews news,
      ReleasedIncidents incidents) {
    return new SecurityCircle(
        store, flow, restrictions, accounts::groupsOf, ledger, news, incidents::release);
  }

  @Bean
  SecurityMessageTaker serviceRestoration(Incidents incidents, SecurityStore store, Clock time) {
    return new ServiceRestoration(incidents, store, time);
  }

  @Bean
  SecuritySteps securitySteps(
      SecurityStore store,
      SecurityDeadlines deadlines,
      Restrictions restrictions,
      Access access,
      Accounts accounts,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      SecurityNews news,
      ObjectProvider<SecurityMessageTaker> takers) {
    return new SecuritySteps(
        store,
        deadlines,
        restrictions,
        access,
        accounts::groupsOf,
        user,
        ledger,
        time,
        news,
        (from, message, details) ->
            takers.stream()
                .map(one -> one.take(from, message, details))
                .flatMap(Optional::stream)
                .findFirst());
  }
}
