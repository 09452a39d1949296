package org.itsmsuite.change.vote.process;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.engine.PublishedToModels;
import org.springframework.stereotype.Component;

/**
 * Keeps what the table {@code cab-decision} makes of the count, if that is the decision, and tells
 * the gateway what follows.
 */
@Component
@PublishedToModels
public class FollowCountListener implements ExecutionListener {

  private static final String TABLE = "cab-decision";

  private final Votes votes;
  private final ChangeSteps steps;
  private final RepositoryService repository;

  public FollowCountListener(Votes votes, ChangeSteps steps, RepositoryService repository) {
    this.votes = votes;
    this.steps = steps;
    this.repository = repository;
  }

  @Override
  public void notify(DelegateExecution step) {
    Map<String, Object> rule = VoteRules.only(step, TABLE);
    String follows = (String) rule.get("follows");
    String number = step.getProcessBusinessKey();
    if (!follows.equals("NEXT_BOARD") && !follows.equals("PERSON")) {
      votes.decided(
          number,
          Verdict.valueOf(follows),
          (String) rule.get("why"),
          TABLE + ":" + version(number));
    }
    step.setVariable("follows", Variables.untypedValue(follows, true));
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
