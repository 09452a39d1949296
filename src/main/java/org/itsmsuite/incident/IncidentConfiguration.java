package org.itsmsuite.incident;

import java.time.Clock;
import java.util.stream.Collectors;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.identity.Access;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.sla.Clocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the practice together. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {

  @Bean
  IncidentNews incidentNews(Notifications notifications, Catalogue catalogue) {
    return new IncidentNews(notifications, catalogue);
  }

  @Bean
  IncidentDeadlines incidentDeadlines(IncidentRules rules, Clocks clocks) {
    return new IncidentDeadlines(rules, clocks);
  }

  @Bean
  Incidents incidents(
      IncidentStore store,
      IncidentFlow flow,
      Catalogue catalogue,
      SupportGroups groups,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      IncidentNews news) {
    return new Incidents(store, flow, catalogue, groups, user, ledger, time, news);
  }

  @Bean
  IncidentSteps incidentSteps(
      IncidentStore store,
      Clocks clocks,
      IncidentFlow flow,
      IncidentDeadlines deadlines,
      Catalogue catalogue,
      SupportGroups groups,
      CurrentUser user,
      Access access,
      Ledger ledger,
      Clock time,
      IncidentNews news,
      ObjectProvider<IncidentMessageTaker> takers,
      Restrictions restrictions,
      ObjectProvider<IncidentCompany> companies) {
    return new IncidentSteps(
        store,
        clocks,
        flow,
        deadlines,
        catalogue,
        groups,
        user,
        access,
        ledger,
        time,
        news,
        (from, message) ->
            takers.stream().flatMap(one -> one.take(from, message).stream()).findFirst(),
        restrictions,
        incident ->
            companies.stream()
                .flatMap(one -> one.of(incident).stream())
                .collect(Collectors.toSet()));
  }
}
