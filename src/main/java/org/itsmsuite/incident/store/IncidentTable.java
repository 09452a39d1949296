package org.itsmsuite.incident.store;

import org.itsmsuite.record.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IncidentTable {

  @Bean
  RecordTable incidentRecordTable() {
    return new RecordTable(
        "incident", "incident", "itsm.incident", "number", "service", "customer", "opened_at");
  }
}
