package org.itsmsuite.role.web;

import org.itsmsuite.web.NavigationItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Roles in the main navigation. */
@Configuration(proxyBeanMethods = false)
class RoleNavigation {

  @Bean
  NavigationItem rolesEntry() {
    return new NavigationItem(85, "/roles", "Roles", "role.read");
  }
}
