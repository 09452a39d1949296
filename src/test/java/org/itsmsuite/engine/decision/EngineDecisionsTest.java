package org.itsmsuite.engine.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EngineDecisionsTest {

  private static TestEngine test;
  private static EngineDecisions decisions;
  private static String first;

  @BeforeAll
  static void start() {
    test = new TestEngine(engine -> engine.setAuthorizationEnabled(true));
    decisions = new EngineDecisions(test.engine);
    first = test.deploy(Map.of("tables.dmn", tables("P1")));
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  private static List<Map<String, Object>> ask(String table, Map<String, ?> inputs) {
    return decisions.evaluate(first, table, inputs);
  }

  @Test
  void givesTheMatchingRuleOfAUniqueTable() {
    assertThat(ask("unique", Map.of("impact", "HIGH", "percent", 80)))
        .containsExactly(Map.of("result", "P1"));
    assertThat(ask("unique", Map.of("impact", "LOW", "percent", 80))).isEmpty();
  }

  @Test
  void givesAllMatchingRulesOfACollectTable() {
    assertThat(ask("collect", Map.of("impact", "HIGH", "percent", 80)))
        .extracting(rule -> rule.get("result"))
        .containsExactly("P1", "always");
  }

  @Test
  void givesTheFirstRuleOfAFirstTable() {
    assertThat(ask("first", Map.of("impact", "HIGH", "percent", 80)))
        .containsExactly(Map.of("result", "P1"));
  }

  @Test
  void takesMissingInputsForNull() {
    assertThat(ask("collect", Map.of())).containsExactly(Map.of("result", "always"));
    var nulls = new HashMap<String, Object>();
    nulls.put("impact", null);
    nulls.put("percent", null);
    assertThat(ask("collect", nulls)).containsExactly(Map.of("result", "always"));
  }

  @Test
  void failsWhereATableBreaksItsHitPolicy() {
    String bundle = test.deploy(Map.of("tables.dmn", tables("P1").replace("FIRST", "UNIQUE")));
    assertThatThrownBy(
            () -> decisions.evaluate(bundle, "first", Map.of("impact", "HIGH", "percent", 80)))
        .isInstanceOf(DmnEngineException.class);
  }

  @Test
  void asksTheReleaseThatWasNamedNotTheNewest() {
    String second = test.deploy(Map.of("tables.dmn", tables("P2")));
    var inputs = Map.of("impact", "HIGH", "percent", 80);
    assertThat(decisions.evaluate(second, "unique", inputs))
        .containsExactly(Map.of("result", "P2"));
    assertThat(decisions.evaluate(first, "unique", inputs)).containsExactly(Map.of("result", "P1"));
  }

  @Test
  void namesATableThatIsNotThere() {
    assertThatThrownBy(() -> ask("nonsense", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nonsense");
  }

  @PublishedToModels
  static class DecidingDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution step) {
      step.setVariable("decided", ask("unique", Map.of("impact", "HIGH", "percent", 80)).size());
    }
  }

  @Test
  void worksInsideOfAStepForAnybodyAndLeavesNoHistory() {
    test.beans.put("decidingDelegate", new DecidingDelegate());
    test.deploy(
        Bpmn.createExecutableProcess("deciding")
            .startEvent()
            .serviceTask()
            .camundaDelegateExpression("${decidingDelegate}")
            .userTask()
            .endEvent()
            .done());
    var fresh = new EngineDecisions(test.engine);
    decisions = fresh;
    test.engine.getIdentityService().setAuthentication("requester", List.of());
    try {
      EngineCalls.internally(
          () -> test.engine.getRuntimeService().startProcessInstanceByKey("deciding"));
      assertThat(ask("unique", Map.of("impact", "HIGH", "percent", 80))).hasSize(1);
    } finally {
      test.engine.getIdentityService().clearAuthentication();
    }
    assertThat(
            test.engine
                .getRuntimeService()
                .createVariableInstanceQuery()
                .variableName("decided")
                .singleResult()
                .getValue())
        .isEqualTo(1);
    assertThat(test.engine.getHistoryService().createHistoricDecisionInstanceQuery().count())
        .isZero();
  }

  private static String tables(String priority) {
    return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'"
        + " xmlns:camunda='http://camunda.org/schema/1.0/dmn'"
        + " id='tables' name='tables' namespace='test'>"
        + table("unique", "UNIQUE", rule("1", "\"HIGH\"", "[75..100]", priority))
        + table(
            "collect",
            "COLLECT",
            rule("2", "\"HIGH\"", ">= 75", priority) + rule("3", "-", "", "always"))
        + table(
            "first",
            "FIRST",
            rule("4", "\"HIGH\", \"MEDIUM\"", "", priority) + rule("5", "", "", "always"))
        + "</definitions>";
  }

  private static String table(String id, String policy, String rules) {
    return "<decision id='%1$s' name='%1$s' camunda:historyTimeToLive='P1D'><decisionTable id='t%1$s' hitPolicy='%2$s'>"
            .formatted(id, policy)
        + "<input id='i%1$s'><inputExpression id='ie%1$s' typeRef='string'><text>impact</text></inputExpression></input>"
            .formatted(id)
        + "<input id='p%1$s'><inputExpression id='pe%1$s' typeRef='integer'><text>percent</text></inputExpression></input>"
            .formatted(id)
        + "<output id='o%1$s' name='result' typeRef='string'/>".formatted(id)
        + rules
        + "</decisionTable></decision>";
  }

  private static String rule(String id, String impact, String percent, String result) {
    return "<rule id='r%1$s'><inputEntry id='a%1$s'><text>%2$s</text></inputEntry>"
            .formatted(id, impact)
        + "<inputEntry id='b%1$s'><text>%2$s</text></inputEntry>"
            .formatted(id, percent.replace(">", "&gt;"))
        + "<outputEntry id='c%1$s'><text>\"%2$s\"</text></outputEntry></rule>"
            .formatted(id, result);
  }
}
