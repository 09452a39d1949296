package org.itsmsuite.duty.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The duties in the main navigation. */
@Configuration(proxyBeanMethods = false)
class DutyNavigation {

  @Bean
  NavigationItem dutiesEntry() {
    return new NavigationItem(70, "/duties", "Duties", "duty.read");
  }
}
