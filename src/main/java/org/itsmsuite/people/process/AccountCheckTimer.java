package org.itsmsuite.people.process;

import java.time.Clock;
import java.time.Duration;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.people.Leavers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The suite's own accounts tell when they go; those of Keycloak have to be looked for. */
@Configuration(proxyBeanMethods = false)
class AccountCheckTimer {

  @Bean
  AccountCheck accountCheck(
      Accounts accounts,
      Leavers leavers,
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      Clock time,
      @Value("${itsm.people.check:PT15M}") Duration every) {
    return new AccountCheck(
        accounts, leavers, jdbc, new TransactionTemplate(transactions), time, every);
  }

  @Bean
  @Profile("keycloak")
  Ticks accountCheckTicks(AccountCheck check) {
    return new Ticks(check);
  }

  /** Asks every minute whether it is time; the database says which node it is time for. */
  static class Ticks {

    private final AccountCheck check;

    Ticks(AccountCheck check) {
      this.check = check;
    }

    @Scheduled(fixedDelayString = "PT1M")
    void look() {
      check.lookIfDue();
    }
  }
}
