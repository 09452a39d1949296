package org.itsmsuite.security.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The practice's entry in the main navigation. */
@Configuration(proxyBeanMethods = false)
class SecurityNavigation {

  @Bean
  NavigationItem securityIncidentsEntry() {
    return new NavigationItem(30, "/security-incidents", "Security incidents", "security.read");
  }
}
