package org.itsmsuite.escalation;

import java.util.List;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.sla.Clocks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts escalation together. */
@Configuration(proxyBeanMethods = false)
class EscalationConfiguration {

  @Bean
  Escalations escalations(
      Clocks clocks,
      EscalationTable table,
      List<EscalatedRecords> practices,
      SupportGroups groups,
      StandIns standIns,
      Notifications notifications,
      Ledger ledger) {
    return new Escalations(clocks, table, practices, groups, standIns, notifications, ledger);
  }
}
