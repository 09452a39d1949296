package org.itsmsuite.change.work;

import java.time.Clock;
import org.itsmsuite.calendar.Calendars;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.WindowAgreements;
import org.itsmsuite.change.WindowChecks;
import org.itsmsuite.identity.CurrentUser;
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
      ObjectProvider<WindowChecks> windows,
      ObjectProvider<WindowAgreements> agreements,
      Calendars calendars,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new ChangeWork(
        steps,
        store,
        WindowChecks.all(windows::stream),
        (change, why) -> agreements.stream().forEach(one -> one.agreed(change, why)),
        calendars,
        user,
        ledger,
        time);
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
