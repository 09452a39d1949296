package org.itsmsuite.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;

/**
 * Camunda with the settings it comes with, running the suite's models from the same files. Two
 * things differ from the defaults, and neither makes it dearer: ids are UUIDs, as Camunda's own
 * Spring Boot starter has them, so that no trip fetches a block of ids now and then; and what
 * models call does nearly nothing.
 */
final class RawEngine {

  private RawEngine() {}

  static ProcessEngine start(DataSource database, boolean jobExecutor) {
    var engine = new StandaloneProcessEngineConfiguration();
    engine.setProcessEngineName("raw");
    engine.setDataSource(database);
    engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    engine.setJobExecutorActivate(jobExecutor);
    engine.setExpressionManager(new RawExpressions());
    ProcessEngine started = engine.buildProcessEngine();
    deploy(started);
    return started;
  }

  private static void deploy(ProcessEngine engine) {
    var deployment = engine.getRepositoryService().createDeployment().name("incident");
    for (String folder : new String[] {"processes/incident", "forms/incident"}) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        for (Path file : files.sorted().toList()) {
          deployment.addString(file.getFileName().toString(), Files.readString(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    deployment.deploy();
  }
}
