package org.itsmsuite.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The engine's web applications in the main navigation. */
@Configuration(proxyBeanMethods = false)
class WebappNavigation {

  @Bean
  NavigationItem tasklistEntry() {
    return new NavigationItem(90, "/camunda/app/tasklist/", "Tasklist", "engine.rest");
  }
}
