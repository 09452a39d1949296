package org.itsmsuite.keycloak;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The running suite, whose people log in at a real Keycloak server: one context for all tests that
 * carry this. Its jobs run; the clocks of the two do not differ.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("keycloak")
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:keycloak-suite;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.job-execution.wait-time-in-millis=100",
      "camunda.bpm.job-execution.max-wait=200",
      "itsm.keycloak.clock-skew=PT0S",
      "itsm.keycloak.keys-at-most-every=PT0.1S",
      "itsm.keycloak.introspect-every=PT1S",
      "itsm.keycloak.directory.pause=PT0.2S",
      "itsm.keycloak.directory.fresh=PT1S",
      "itsm.keycloak.directory.absent=PT0.1S"
    })
@ActiveProfiles("keycloak")
@ContextConfiguration(initializers = KeycloakSuite.AtServer.class)
@AutoConfigureObservability(tracing = false)
public @interface KeycloakSuite {

  /** Tells the suite where the server is, and the server where the suite is. */
  class AtServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      var server = KeycloakServer.running();
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource("keycloak", Map.of("itsm.keycloak.issuer", server.issuer())));
      ApplicationListener<WebServerInitializedEvent> suite =
          event -> server.realm().suiteAt("http://127.0.0.1:" + event.getWebServer().getPort());
      context.addApplicationListener(suite);
    }
  }
}
