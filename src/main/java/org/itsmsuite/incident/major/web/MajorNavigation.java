package org.itsmsuite.incident.major.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Major incidents in the main navigation. */
@Configuration(proxyBeanMethods = false)
class MajorNavigation {

  @Bean
  NavigationItem majorIncidentsEntry() {
    return new NavigationItem(15, "/major-incidents", "Major incidents", "incident.major-status");
  }
}
