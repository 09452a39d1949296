package org.itsmsuite.engine.web;

import jakarta.servlet.ServletRegistration;
import java.util.stream.Collectors;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappInitializer;
import org.glassfish.jersey.server.ServerProperties;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.stereotype.Component;

/**
 * Lets the engine's REST API answer in the web applications as it does for programs. They put it
 * together themselves, from a fixed list of classes; what their servlet is told beside is added.
 * Their pages are shown by a filter of ours: {@link WebappsWithoutSetUp}.
 */
@Component
class WebappRefusals implements BeanPostProcessor {

  private static final String ENGINE_API = "Engine Api";

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof CamundaBpmWebappInitializer webapps ? extended(webapps) : bean;
  }

  private static ServletContextInitializer extended(ServletContextInitializer webapps) {
    return context -> {
      var pages = WebappsWithoutSetUp.reserve(context);
      webapps.onStartup(context);
      WebappsWithoutSetUp.map(pages);
      ServletRegistration api = context.getServletRegistration(ENGINE_API);
      if (api == null) {
        throw new IllegalStateException(
            "The web applications of this version register no servlet \"" + ENGINE_API + "\".");
      }
      api.setInitParameter(
          ServerProperties.PROVIDER_CLASSNAMES,
          EngineRestRefusals.PROVIDERS.stream()
              .map(Class::getName)
              .collect(Collectors.joining(",")));
    };
  }
}
