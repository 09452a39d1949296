package org.itsmsuite.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.itsmsuite.engine.feel.SuiteFeelEngineFactory;

/** The CPU of one evaluation of the priority table: a matrix of two inputs, as most tables are. */
final class DecisionCost {

  private static final Path TABLE = Path.of("processes/incident/incident-priority.dmn");
  private static final List<Map<String, Object>> CASES =
      List.of(
          Map.of("impact", "HIGH", "urgency", "HIGH"),
          Map.of("impact", "MEDIUM", "urgency", "LOW"),
          Map.of("impact", "NONE_YET", "urgency", "LOW"));

  private final DmnEngine engine;
  private final DmnDecision table;

  private DecisionCost(DefaultDmnEngineConfiguration configuration) throws IOException {
    engine = configuration.buildEngine();
    try (var file = Files.newInputStream(TABLE)) {
      table = engine.parseDecision("incident-priority", file);
    }
  }

  static DecisionCost ofSuite() throws IOException {
    var configuration = plain();
    configuration.setFeelEngineFactory(new SuiteFeelEngineFactory());
    return new DecisionCost(configuration);
  }

  static DecisionCost ofRawEngine() throws IOException {
    return new DecisionCost(plain());
  }

  private static DefaultDmnEngineConfiguration plain() {
    return (DefaultDmnEngineConfiguration)
        DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
  }

  /**
   * @return microseconds of this thread's CPU, each
   */
  double micros(long millis) {
    var threads = ManagementFactory.getThreadMXBean();
    long end = System.nanoTime() + millis * 1_000_000;
    long cpu = threads.getCurrentThreadCpuTime();
    int evaluations = 0;
    do {
      engine.evaluateDecisionTable(table, CASES.get(evaluations % CASES.size()));
      evaluations++;
    } while (System.nanoTime() < end);
    return (threads.getCurrentThreadCpuTime() - cpu) / 1e3 / evaluations;
  }
}
