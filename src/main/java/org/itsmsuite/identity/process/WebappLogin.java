package org.itsmsuite.identity.process;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.itsmsuite.identity.CurrentUser;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the person who logged in to the suite on to the engine's web applications. */
@Configuration(proxyBeanMethods = false)
class WebappLogin {

  @Bean
  FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLoginFilter(CurrentUser user) {
    var filter = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new Handover(user));
    filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
    // After the suite's own log-in, before the web applications look for theirs.
    filter.setOrder(101);
    return filter;
  }

  private static class Handover extends ContainerBasedAuthenticationFilter
      implements AuthenticationProvider {

    private final CurrentUser user;

    Handover(CurrentUser user) {
      this.user = user;
    }

    // The inherited one wants a class name; this object is its own provider.
    @Override
    public void init(FilterConfig config) {
      this.authenticationProvider = this;
    }

    @Override
    public AuthenticationResult extractAuthenticatedUser(
        HttpServletRequest request, ProcessEngine engine) {
      var actor = user.actor();
      if (request.getUserPrincipal() == null || !actor.isPerson()) {
        return AuthenticationResult.unsuccessful();
      }
      var result = AuthenticationResult.successful(actor.id());
      result.setGroups(List.copyOf(actor.groups()));
      result.setTenants(List.of());
      return result;
    }

    // Known with other groups than a moment ago is not known: the web applications keep what they
    // were told first.
    @Override
    protected boolean existisAuthentication(Authentications known, String engine, String account) {
      return super.existisAuthentication(known, engine, account)
          && known.getAuthenticationForProcessEngine(engine) instanceof UserAuthentication one
          && one.getGroupIds() != null
          && Set.copyOf(one.getGroupIds()).equals(user.actor().groups());
    }

    @Override
    public void augmentResponseByAuthenticationChallenge(
        HttpServletResponse response, ProcessEngine engine) {
      // The suite's own log-in has asked already.
    }
  }
}
