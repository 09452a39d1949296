package org.itsmsuite.web;

import org.apache.catalina.core.StandardHost;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts our answer to what the servlet container refuses by itself in the place of its own page. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class MalformedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final MalformedAnswer answer;

  MalformedRequests(MalformedAnswer answer) {
    this.answer = answer;
  }

  @Override
  public void customize(TomcatServletWebServerFactory server) {
    // Added last it is asked first, and where it is there the container puts in none of its own.
    server.addContextCustomizers(
        context -> {
          var host = (StandardHost) context.getParent();
          host.setErrorReportValveClass(MalformedReport.class.getName());
          host.getPipeline().addValve(new MalformedReport(answer));
        });
  }
}
