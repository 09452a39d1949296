package org.itsmsuite.identity.process;

import java.util.Locale;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

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

  private static boolean isByHttps(Environment settings) {
    var address = settings.getProperty("itsm.base-url", "");
    return address.toLowerCase(Locale.ROOT).startsWith("https://");
  }
}
