package org.itsmsuite.audit.web;

import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.List;
import org.itsmsuite.audit.Standings;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/**
 * Puts the auditors' door into every chain of filters there is, also into those that come later: a
 * chain without it would be a way around.
 */
@Configuration(proxyBeanMethods = false)
class AuditDoors {

  @Bean
  AuditDoor auditDoor(
      Standings standings,
      Accounts accounts,
      CurrentUser user,
      AuditedAddresses addresses,
      AccessRecorder recorder) {
    return new AuditDoor(standings, accounts, user, addresses, recorder);
  }

  /** It knows who asks only inside of a chain; the servlet container is not to run it as well. */
  @Bean
  FilterRegistrationBean<AuditDoor> auditDoorInChainsOnly(AuditDoor door) {
    var registration = new FilterRegistrationBean<>(door);
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  static BeanPostProcessor auditDoorInEveryChain(ObjectProvider<AuditDoor> door) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DefaultSecurityFilterChain chain
            ? new DefaultSecurityFilterChain(
                chain.getRequestMatcher(), with(door.getObject(), chain.getFilters()))
            : bean;
      }
    };
  }

  /** Behind whoever finds out who asks, before whoever decides what they may. */
  private static List<Filter> with(AuditDoor door, List<Filter> filters) {
    List<Filter> all = new ArrayList<>(filters);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) instanceof AuthorizationFilter) {
        all.add(i, door);
        return all;
      }
    }
    throw new IllegalStateException("A chain of filters decides nothing: " + filters);
  }
}
