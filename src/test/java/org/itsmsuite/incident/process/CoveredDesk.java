package org.itsmsuite.incident.process;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageConfigurator;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.replay.process.InMemoryDesk;

/** A desk whose engine tells the coverage extension what it passes. */
final class CoveredDesk {

  final InMemoryDesk desk =
      InMemoryDesk.open(
          new FolderContent(java.nio.file.Path.of("")),
          configuration -> {
            ProcessCoverageConfigurator.initializeProcessCoverageExtensions(configuration);
            return configuration;
          });

  /**
   * The extension takes its engine from a configuration; this one gives it the desk's, which stands
   * already.
   *
   * @param exceptModels that other tests walk through
   */
  ProcessEngineCoverageExtension demanding(double coverage, String... exceptModels) {
    var standing =
        new StandaloneInMemProcessEngineConfiguration() {
          @Override
          public ProcessEngine buildProcessEngine() {
            return desk.engine();
          }
        };
    var extension =
        ProcessEngineCoverageExtension.builder(standing).assertClassCoverageAtLeast(coverage);
    if (exceptModels.length > 0) {
      extension.excludeProcessDefinitionKeys(exceptModels);
    }
    return extension.build();
  }
}
