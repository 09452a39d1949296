package org.itsmsuite.identity.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Locale;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where people reach the suite by https, browsers send its cookies by https only: those of our
 * log-in and those of the engine's web applications. Without https such cookies would never come
 * back.
 */
@Configuration(proxyBeanMethods = false)
class SecureCookies {

  @Bean
  ServletContextInitializer secureSessionCookie(Environment settings) {
    return context -> {
      if (isByHttps(settings)) {
        context.getSessionCookieConfig().setSecure(true);
      }
    };
  }

  @Bean
  static BeanPostProcessor secureWebappCookies(Environment settings) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof CamundaBpmProperties camunda && isByHttps(settings)) {
          camunda.getWebapp().getCsrf().setEnableSecureCookie(true);
          camunda.getWebapp().getSessionCookie().setEnableSecureCookie(true);
        }
        return bean;
      }
    };
  }

  /**
   * A web application's token follows the request where the settings say nothing of https, as the
   * session's cookie does.
   */
  @Bean
  static FilterRegistrationBean<OncePerRequestFilter> secureTokens() {
    var filter = new FilterRegistrationBean<OncePerRequestFilter>(new SecureTokens());
    filter.addUrlPatterns("/camunda/*");
    // After whatever tells that a proxy took https in, before the web applications.
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 200);
    return filter;
  }

  private static final class SecureTokens extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      chain.doFilter(request, request.isSecure() ? new Secure(response) : response);
    }
  }

  private static final class Secure extends HttpServletResponseWrapper {

    Secure(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void addHeader(String name, String value) {
      super.addHeader(name, secured(name, value));
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name, secured(name, value));
    }

    private static String secured(String name, String value) {
      boolean open =
          HttpHeaders.SET_COOKIE.equalsIgnoreCase(name)
              && !value.toLowerCase(Locale.ROOT).contains("; secure")
              && !value.toLowerCase(Locale.ROOT).contains(";secure");
      return open ? value + "; Secure" : value;
    }
  }

  private static boolean isByHttps(Environment settings) {
    var address = settings.getProperty("itsm.base-url", "");
    return address.toLowerCase(Locale.ROOT).startsWith("https://");
  }
}
