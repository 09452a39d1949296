package org.itsmsuite.security.store;

import org.itsmsuite.record.RecordTable;
import org.itsmsuite.security.SecurityIncidents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SecurityTable {

  @Bean
  RecordTable securityRecordTable() {
    return new RecordTable(
        SecurityIncidents.PRACTICE,
        "security",
        "itsm.security_incident",
        "number",
        "service",
        "customer",
        "opened_at");
  }
}
