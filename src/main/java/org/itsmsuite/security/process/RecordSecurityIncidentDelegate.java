package org.itsmsuite.security.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.Run;
import org.itsmsuite.security.SecuritySteps;
import org.springframework.stereotype.Component;

/**
 * Ties record and process instance together, with the versions that stay with the record from now
 * on; the time to assess it begins.
 */
@Component
@PublishedToModels
public class RecordSecurityIncidentDelegate implements JavaDelegate {

  private final SecuritySteps steps;
  private final RepositoryService repository;

  public RecordSecurityIncidentDelegate(SecuritySteps steps, RepositoryService repository) {
    this.steps = steps;
    this.repository = repository;
  }

  @Override
  public void execute(DelegateExecution step) {
    ProcessDefinition model = repository.getProcessDefinition(step.getProcessDefinitionId());
    steps.recorded(
        SecurityModel.number(step),
        new Run(
            step.getProcessInstanceId(),
            model.getKey(),
            model.getVersion(),
            model.getVersionTag(),
            model.getDeploymentId()));
  }
}
