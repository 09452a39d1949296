package org.itsmsuite.engine.setup;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/**
 * The suite's engine on a database of its own in memory, without Spring and without a job executor:
 * whoever started it fires timers and jobs. For process tests and the replay.
 */
public final class InMemoryEngine {

  private InMemoryEngine() {}

  /** Ready to be changed further, for instance by a coverage extension, and then built. */
  public static ProcessEngineConfigurationImpl configuration(
      EngineCollaborators collaborators, EngineSettings settings) {
    var engine = new StandaloneInMemProcessEngineConfiguration();
    String name = "memory-" + UUID.randomUUID();
    engine.setProcessEngineName(name);
    engine.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setJobExecutorActivate(false);
    engine.setMetricsEnabled(false);
    engine.setDbMetricsReporterActivate(false);
    // A list that can grow: test extensions add plugins of their own.
    engine.setProcessEnginePlugins(
        new ArrayList<>(List.of(new SuiteEnginePlugin(collaborators, settings))));
    return engine;
  }

  /** Close it after use: its database goes with {@link #stop}. */
  public static ProcessEngine start(EngineCollaborators collaborators, EngineSettings settings) {
    return configuration(collaborators, settings).buildProcessEngine();
  }

  /** Ends the engine and forgets its data. */
  public static void stop(ProcessEngine engine) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    engine.close();
    try (var connection =
            DriverManager.getConnection(
                configuration.getJdbcUrl(),
                configuration.getJdbcUsername(),
                configuration.getJdbcPassword());
        var statement = connection.createStatement()) {
      statement.execute("shutdown");
    } catch (SQLException failed) {
      throw new IllegalStateException("The data in memory cannot be dropped.", failed);
    }
  }
}
