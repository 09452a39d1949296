package org.itsmsuite.engine.decision;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.engine.DecisionRow;
import org.itsmsuite.engine.DecisionTables;
import org.itsmsuite.engine.feel.SuiteFeelEngineFactory;

/**
 * Evaluates tables of a content that nobody has released yet, for checks. The bundle is the folder
 * below {@code processes/}.
 */
public final class ContentDecisions implements DecisionTables {

  private final ContentSource content;
  private final DmnEngine evaluator = EngineDecisions.evaluator(new SuiteFeelEngineFactory());
  private final Map<String, DmnDecision> tables = new ConcurrentHashMap<>();

  public ContentDecisions(ContentSource content) {
    this.content = content;
  }

  /**
   * @throws ContentException if there is no such file, or {@code model.invalid}
   */
  @Override
  public List<Map<String, Object>> evaluate(String bundle, String decision, Map<String, ?> inputs) {
    String file = file(bundle, decision);
    try {
      DmnDecision table =
          tables.computeIfAbsent(
              file,
              name ->
                  evaluator.parseDecision(decision, new ByteArrayInputStream(content.read(name))));
      return EngineDecisions.rules(evaluator.evaluateDecision(table, new HashMap<>(inputs)));
    } catch (DmnEngineException faulty) {
      throw new ContentException("model.invalid", file, decision, faulty.getMessage());
    }
  }

  @Override
  public List<DecisionRow> rows(String bundle, String decision) {
    return TableRows.in(content.read(file(bundle, decision)), decision);
  }

  private static String file(String bundle, String decision) {
    return "processes/" + bundle + "/" + decision + ".dmn";
  }
}
