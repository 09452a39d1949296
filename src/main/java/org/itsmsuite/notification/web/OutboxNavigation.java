package org.itsmsuite.notification.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The outbox in the main navigation. */
@Configuration(proxyBeanMethods = false)
class OutboxNavigation {

  @Bean
  NavigationItem outboxEntry() {
    return new NavigationItem(80, "/outbox", "Outbox", "outbox.read");
  }
}
