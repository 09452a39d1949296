package org.itsmsuite.incident.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The practice's entries in the main navigation. */
@Configuration(proxyBeanMethods = false)
class IncidentNavigation {

  @Bean
  NavigationItem incidentsEntry() {
    return new NavigationItem(10, "/incidents", "Incidents", "incident.read");
  }

  @Bean
  NavigationItem reportEntry() {
    return new NavigationItem(20, "/incidents/report", "Report an incident", "incident.report");
  }
}
