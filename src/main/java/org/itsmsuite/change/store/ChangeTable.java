package org.itsmsuite.change.store;

import org.itsmsuite.change.Changes;
import org.itsmsuite.record.RecordTable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ChangeTable {

  @Bean
  RecordTable changeRecordTable() {
    return new RecordTable(
        Changes.PRACTICE,
        "change",
        "itsm.change_record",
        "number",
        "service",
        "customer",
        "opened_at");
  }
}
