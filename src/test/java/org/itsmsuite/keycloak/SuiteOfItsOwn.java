package org.itsmsuite.keycloak;

import java.nio.file.Path;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.itsmsuite.ItsmSuite;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A second suite beside the one that the tests share, with data of its own. */
final class SuiteOfItsOwn implements AutoCloseable {

  private final ProcessEngine before;
  private final ConfigurableApplicationContext application;

  private SuiteOfItsOwn(ProcessEngine before, ConfigurableApplicationContext application) {
    this.before = before;
    this.application = application;
  }

  static SuiteOfItsOwn start(Path data, String issuer) {
    return new SuiteOfItsOwn(
        ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT),
        new SpringApplicationBuilder(ItsmSuite.class)
            .profiles("keycloak")
            .run(
                "--server.port=0",
                "--itsm.data=" + data.toAbsolutePath(),
                "--itsm.keycloak.keys-at-most-every=PT0.1S",
                "--itsm.keycloak.issuer=" + issuer));
  }

  int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    application.close();
    // One name for all engines of the JVM: the suite that other tests keep open wants it back.
    if (before != null) {
      ProcessEngines.registerProcessEngine(before);
    }
  }
}
