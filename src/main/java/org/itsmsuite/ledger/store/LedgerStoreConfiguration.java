package org.itsmsuite.ledger.store;

import java.time.Clock;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerErasure;
import org.itsmsuite.ledger.LedgerVerification;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class LedgerStoreConfiguration {

  @Bean
  Ledger ledger(
      JdbcTemplate jdbc,
      PlatformTransactionManager transactions,
      CurrentUser user,
      Clock clock,
      ObjectProvider<BuildProperties> build) {
    return new JdbcLedger(jdbc, transactions, user, clock, name(build.getIfAvailable()));
  }

  @Bean
  JdbcLedgerSearch ledgerSearch(JdbcClient jdbc, Restrictions restrictions) {
    return new JdbcLedgerSearch(jdbc, restrictions);
  }

  @Bean
  LedgerErasure ledgerErasure(JdbcClient jdbc) {
    return new JdbcLedgerErasure(jdbc);
  }

  @Bean
  LedgerVerification ledgerVerification(JdbcClient jdbc) {
    return () -> JdbcLedgerVerification.run(jdbc);
  }

  /** Version and time, so that two builds of one snapshot differ. */
  static String name(BuildProperties build) {
    return build == null ? "development" : build.getVersion() + " of " + build.getTime();
  }
}
