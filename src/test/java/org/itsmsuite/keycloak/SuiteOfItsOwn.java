package org.itsmsuite.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.welcome.Welcome;
import org.itsmsuite.ItsmSuite;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A second suite beside the one that the tests share, with data of its own. */
final class SuiteOfItsOwn implements AutoCloseable {

  private final ProcessEngine before;
  private final Runnable screens;
  private final ConfigurableApplicationContext application;

  private SuiteOfItsOwn(
      ProcessEngine before, Runnable screens, ConfigurableApplicationContext application) {
    this.before = before;
    this.screens = screens;
    this.application = application;
  }

  static SuiteOfItsOwn start(Path data, String issuer, String... settings) {
    var all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--itsm.data=" + data.toAbsolutePath(),
                "--itsm.keycloak.keys-at-most-every=PT0.1S",
                "--itsm.keycloak.issuer=" + issuer));
    all.addAll(List.of(settings));
    return new SuiteOfItsOwn(
        ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT),
        screens(),
        new SpringApplicationBuilder(ItsmSuite.class)
            .profiles("keycloak")
            .run(all.toArray(String[]::new)));
  }

  int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** The web applications know their suite by static fields, too. */
  private static Runnable screens() {
    var cockpit = Cockpit.getRuntimeDelegate();
    var admin = Admin.getRuntimeDelegate();
    var tasklist = Tasklist.getRuntimeDelegate();
    var welcome = Welcome.getRuntimeDelegate();
    return () -> {
      Cockpit.setCockpitRuntimeDelegate(cockpit);
      Admin.setAdminRuntimeDelegate(admin);
      Tasklist.setTasklistRuntimeDelegate(tasklist);
      Welcome.setRuntimeDelegate(welcome);
    };
  }

  @Override
  public void close() {
    application.close();
    screens.run();
    // One name for all engines of the JVM: the suite that other tests keep open wants it back.
    if (before != null) {
      ProcessEngines.registerProcessEngine(before);
    }
  }
}
