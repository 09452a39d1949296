package org.itsmsuite.engine.decision;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.itsmsuite.engine.DecisionRow;
import org.itsmsuite.engine.DecisionTables;
import org.itsmsuite.engine.feel.SuiteFeelEngineFactory;

/**
 * Evaluates tables with a decision engine of its own: no history, no authorization, inside of a
 * running step as well as outside. A table is read once; a released table never changes.
 */
public class EngineDecisions implements DecisionTables {

  private record Table(String bundle, String decision) {}

  private final Map<Table, DmnDecision> tables = new ConcurrentHashMap<>();
  private final ProcessEngine engine;
  private final DmnEngine evaluator;

  public EngineDecisions(ProcessEngine engine) {
    this(engine, new SuiteFeelEngineFactory());
  }

  public EngineDecisions(ProcessEngine engine, FeelEngineFactory feel) {
    this.engine = engine;
    this.evaluator = evaluator(feel);
  }

  static DmnEngine evaluator(FeelEngineFactory feel) {
    var configuration =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    configuration.setFeelEngineFactory(feel);
    configuration.setElProvider(text -> notFeel(text));
    configuration.setScriptEngineResolver(language -> notFeel(language));
    return configuration.buildEngine();
  }

  /**
   * Inputs that are not given are null.
   *
   * @throws IllegalArgumentException if the bundle has no such table
   * @throws org.camunda.bpm.dmn.engine.DmnEngineException if the table breaks its own hit policy
   */
  @Override
  public List<Map<String, Object>> evaluate(String bundle, String decision, Map<String, ?> inputs) {
    DmnDecision table = tables.computeIfAbsent(new Table(bundle, decision), this::load);
    return rules(evaluator.evaluateDecision(table, new HashMap<>(inputs)));
  }

  static List<Map<String, Object>> rules(DmnDecisionResult result) {
    return result.stream()
        .map(rule -> (Map<String, Object>) new LinkedHashMap<>(rule.getEntryMap()))
        .toList();
  }

  @Override
  public List<DecisionRow> rows(String bundle, String decision) {
    return TableRows.in(file(new Table(bundle, decision)), decision);
  }

  private DmnDecision load(Table table) {
    return evaluator.parseDecision(table.decision(), new ByteArrayInputStream(file(table)));
  }

  private byte[] file(Table table) {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration
        .getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(() -> read(table, context)));
  }

  private static byte[] read(Table table, CommandContext context) {
    var definition =
        context
            .getDecisionDefinitionManager()
            .findDecisionDefinitionByDeploymentAndKey(table.bundle(), table.decision());
    if (definition == null) {
      throw new IllegalArgumentException(
          "The release " + table.bundle() + " has no decision '" + table.decision() + "'.");
    }
    return context
        .getResourceManager()
        .findResourceByDeploymentIdAndResourceName(table.bundle(), definition.getResourceName())
        .getBytes();
  }

  private static <T> T notFeel(String what) {
    throw new IllegalStateException("Decision tables are written in FEEL; this is not: " + what);
  }
}
