package org.itsmsuite.people;

import java.time.Clock;
import org.itsmsuite.deputy.AbsenceStore;
import org.itsmsuite.deputy.DeputyNews;
import org.itsmsuite.deputy.HandedOn;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyHolders;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerErasure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts joiners, leavers and erasure together. */
@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

  @Bean
  Leavers leavers(AbsenceStore store, HandedOn tasks, DeputyNews news, Ledger ledger, Clock time) {
    return new Leavers(store, tasks, news, ledger, time);
  }

  @Bean
  DutyHolders erasureDuty(ErasureStore store) {
    return new ErasureDuty(store);
  }

  @Bean
  Erasures erasures(
      ErasureStore store,
      Traces traces,
      LedgerErasure ledgerValues,
      Accounts accounts,
      Duties duties,
      CurrentUser user,
      Ledger ledger,
      Clock time) {
    return new Erasures(store, traces, ledgerValues, accounts, duties, user, ledger, time);
  }
}
