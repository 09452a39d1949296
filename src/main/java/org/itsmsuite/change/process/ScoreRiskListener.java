package org.itsmsuite.change.process;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.RiskFactor;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/** Keeps every rule that matched as a reason of the risk, and the version of their table. */
@Component
@PublishedToModels
public class ScoreRiskListener implements ExecutionListener {

  private static final String TABLE = "change-risk";

  private final ChangeSteps steps;
  private final RepositoryService repository;

  public ScoreRiskListener(ChangeSteps steps, RepositoryService repository) {
    this.steps = steps;
    this.repository = repository;
  }

  @Override
  public void notify(DelegateExecution step) {
    List<RiskFactor> factors =
        ChangeModel.rules(step).stream()
            .map(
                rule ->
                    new RiskFactor(
                        (String) rule.get("factor"),
                        Objects.toString(step.getVariable((String) rule.get("factor")), null),
                        ((Number) rule.get("points")).intValue(),
                        (String) rule.get("why")))
            .toList();
    String number = ChangeModel.number(step);
    steps.riskScored(number, factors, TABLE + ":" + version(number));
  }

  private int version(String number) {
    return repository
        .createDecisionDefinitionQuery()
        .deploymentId(steps.change(number).run().bundle())
        .decisionDefinitionKey(TABLE)
        .singleResult()
        .getVersion();
  }
}
