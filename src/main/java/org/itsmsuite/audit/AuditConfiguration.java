package org.itsmsuite.audit;

import java.time.Clock;
import java.time.ZoneId;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.catalogue.CatalogueScope;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts what auditors may together. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  AuditRules auditRules(ContentSource content) {
    return AuditRules.read(content);
  }

  @Bean
  Standings standings(EngagementStore store, Clock time, AuditRules rules) {
    return new Standings(store, time, rules.engagementsRequired());
  }

  @Bean
  CatalogueScope engagedCatalogue(Standings standings) {
    return new EngagedCatalogue(standings);
  }

  @Bean
  Engagements engagements(
      EngagementStore store,
      Accounts accounts,
      Duties duties,
      Catalogue catalogue,
      AuditedPractices practices,
      AuditRules rules,
      CurrentUser user,
      Ledger ledger,
      Clock time,
      @Value("${itsm.time-zone}") ZoneId zone) {
    var check = new EngagementCheck(store, catalogue, practices, rules.longestEngagement(), zone);
    return new Engagements(store, accounts, duties, check, user, ledger, time);
  }

  @Bean
  AccessLog accessLog(Ledger ledger, Readers readers, PlatformTransactionManager transactions) {
    return new LedgerAccessLog(ledger, readers, transactions);
  }
}
