package org.itsmsuite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on data in a folder, job executor and all; closing it is its stop. */
public final class RunningSuite implements AutoCloseable {

  private final ProcessEngine before;
  private final ConfigurableApplicationContext application;

  private RunningSuite(ProcessEngine before, ConfigurableApplicationContext application) {
    this.before = before;
    this.application = application;
  }

  /**
   * @param content folder with processes, forms and config; null for what the class path carries
   */
  public static RunningSuite start(Path data, Path content, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("--server.port=0");
    all.add("--itsm.data=" + data.toAbsolutePath());
    all.add("--camunda.bpm.job-execution.wait-time-in-millis=100");
    all.add("--camunda.bpm.job-execution.max-wait=200");
    if (content != null) {
      all.add("--itsm.content=" + content.toAbsolutePath());
    }
    return new RunningSuite(
        ProcessEngines.getProcessEngines().get(ProcessEngines.NAME_DEFAULT),
        new SpringApplicationBuilder(ItsmSuite.class).run(all.toArray(String[]::new)));
  }

  public Program as(String account) {
    return Program.of(port(), account);
  }

  public Visitor visitor(String account) {
    return Visitor.program(port(), account);
  }

  /** A browser in which somebody whose password is their name has logged in. */
  public Visitor browser(String account) {
    var browser = Visitor.browser(port());
    browser.logIn(account, account);
    return browser;
  }

  public int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  public <T> T bean(Class<T> type) {
    return application.getBean(type);
  }

  public ProcessEngine engine() {
    return bean(ProcessEngine.class);
  }

  public long count(String table) {
    return bean(JdbcClient.class).sql("select count(*) from " + table).query(Long.class).single();
  }

  @Override
  public void close() {
    application.close();
    // One name for all engines of the JVM: an application that other tests keep open wants it back.
    if (before != null) {
      ProcessEngines.registerProcessEngine(before);
    }
  }
}
