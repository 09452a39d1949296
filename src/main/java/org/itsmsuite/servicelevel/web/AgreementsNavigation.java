package org.itsmsuite.servicelevel.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The agreements in the main navigation. */
@Configuration(proxyBeanMethods = false)
class AgreementsNavigation {

  @Bean
  NavigationItem agreementsEntry() {
    return new NavigationItem(60, "/agreements", "Agreements", "agreement.read");
  }
}
