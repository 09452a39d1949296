package org.itsmsuite.change.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The practice's entry in the main navigation. */
@Configuration(proxyBeanMethods = false)
class ChangeNavigation {

  @Bean
  NavigationItem changesEntry() {
    return new NavigationItem(25, "/changes", "Changes", "change.read");
  }
}
