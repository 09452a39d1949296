package org.itsmsuite.web.login;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.itsmsuite.identity.Demo;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Demo accounts are for the machine the suite runs on, whatever server.address says. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class LocalOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory> {

  private final Demo demo;

  LocalOnly(Demo demo) {
    this.demo = demo;
  }

  @Override
  public void customize(ConfigurableWebServerFactory server) {
    if (demo.on() && !demo.exposed()) {
      try {
        server.setAddress(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}));
      } catch (UnknownHostException fourBytesAreAnAddress) {
        throw new IllegalStateException(fourBytesAreAnAddress);
      }
    }
  }
}
