package org.itsmsuite.audit.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Audits in the main navigation. */
@Configuration(proxyBeanMethods = false)
class AuditNavigation {

  @Bean
  NavigationItem auditsEntry() {
    return new NavigationItem(75, "/audit-engagements", "Audits", "audit.read");
  }
}
