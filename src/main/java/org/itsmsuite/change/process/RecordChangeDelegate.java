package org.itsmsuite.change.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.itsmsuite.change.ChangeSteps;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.Run;
import org.springframework.stereotype.Component;

/**
 * Ties record and process instance together, with the versions that stay with the record from now
 * on.
 */
@Component
@PublishedToModels
public class RecordChangeDelegate implements JavaDelegate {

  private final ChangeSteps steps;
  private final RepositoryService repository;

  public RecordChangeDelegate(ChangeSteps steps, RepositoryService repository) {
    this.steps = steps;
    this.repository = repository;
  }

  @Override
  public void execute(DelegateExecution step) {
    ProcessDefinition model = repository.getProcessDefinition(step.getProcessDefinitionId());
    steps.recorded(
        ChangeModel.number(step),
        new Run(
            step.getProcessInstanceId(),
            model.getKey(),
            model.getVersion(),
            model.getVersionTag(),
            model.getDeploymentId()));
  }
}
