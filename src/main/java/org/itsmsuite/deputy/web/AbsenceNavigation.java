package org.itsmsuite.deputy.web;

import org.itsmsuite.deputy.AbsenceRights;
import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AbsenceNavigation {

  @Bean
  NavigationItem absenceEntry() {
    return new NavigationItem(70, "/absence", "Absence", AbsenceRights.ENTER);
  }
}
