package org.itsmsuite.change.work;

import java.time.Clock;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.ChangeStore;
import org.itsmsuite.change.WindowChecks;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
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
      ObjectProvider<WindowChecks> windows,
      Calendars calendars,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new ChangeWork(
        steps, store, plans, WindowChecks.all(windows::stream), calendars, user, ledger, time);
  }

  @Bean
  ChangePlans changePlans(
      ChangeStore changes, PlanStore plans, SupportGroups groups, Ledger ledger) {
    return new ChangePlans(changes, plans, groups, ledger);
  }

  @Bean
  WorkFacts changeWorkFacts(ChangeWork work) {
    return new WorkFacts(work);
  }

  @Bean
  ReviewDuty changeReviewDuty(WorkStore store) {
    return new ReviewDuty(store);
  }
}
