package org.itsmsuite.change.work;

import java.time.Clock;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.WindowAgreements;
import org.itsmsuite.change.WindowChecks;
import org.itsmsuite.configuration.ItemUpdates;
import org.itsmsuite.configuration.Items;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the work on changes together. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {

  @Bean
  ChangeWork changeWorkSteps(
      ChangeSteps steps,
      WorkStore store,
      PlanStore plans,
      DeployedItems deployed,
      ObjectProvider<WindowChecks> windows,
      ObjectProvider<WindowAgreements> agreements,
      Calendars calendars,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new ChangeWork(
        steps,
        store,
        plans,
        deployed,
        WindowChecks.all(windows::stream),
        (change, why) -> agreements.stream().forEach(one -> one.agreed(change, why)),
        calendars,
        user,
        ledger,
        time);
  }

  @Bean
  ChangePlans changePlans(
      ChangeStore changes, PlanStore plans, SupportGroups groups, Ledger ledger) {
    return new ChangePlans(changes, plans, groups, ledger);
  }

  @Bean
  DeployedItems deployedItems(Items items, ItemUpdates updates, Restrictions restrictions) {
    return new ItemHistory(items, updates, restrictions);
  }

  @Bean
  CausedIncidents causedIncidents(
      CausedStore store, ChangeStore changes, Ledger ledger, Clock time) {
    return new CausedIncidents(store, changes, ledger, time);
  }

  @Bean
  WorkFacts changeWorkFacts(
      ChangeWork work, CausedStore caused, Restrictions restrictions, CurrentUser user) {
    return new WorkFacts(work, caused, restrictions, user);
  }

  @Bean
  ReviewDuty changeReviewDuty(WorkStore store) {
    return new ReviewDuty(store);
  }
}
