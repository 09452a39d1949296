package org.itsmsuite.change.vote.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The boards' entry in the main navigation. */
@Configuration(proxyBeanMethods = false)
class CabNavigation {

  @Bean
  NavigationItem cabEntry() {
    return new NavigationItem(26, "/cab", "CAB", "change.internal");
  }
}
