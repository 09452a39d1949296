package org.itsmsuite.configuration.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Items in the main navigation. */
@Configuration(proxyBeanMethods = false)
class ItemNavigation {

  @Bean
  NavigationItem itemsEntry() {
    return new NavigationItem(55, "/items", "Items", ItemDesk.READ);
  }
}
