package org.itsmsuite.monitoring;

import java.time.Clock;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incidents;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the practice together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MonitoringSettings.class)
class MonitoringConfiguration {

  @Bean
  Monitoring monitoring(
      MonitoringStore store,
      EventTable table,
      Incidents incidents,
      Catalogue catalogue,
      Ledger ledger,
      Notifications notifications,
      Restrictions restrictions,
      CurrentUser user,
      Clock time,
      PlatformTransactionManager transactions) {
    var savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    return new Monitoring(
        store,
        table,
        incidents,
        catalogue,
        ledger,
        notifications,
        restrictions,
        user,
        time,
        new TransactionTemplate(transactions),
        savepoint);
  }
}
