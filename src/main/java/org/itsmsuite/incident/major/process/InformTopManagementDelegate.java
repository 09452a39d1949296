package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorRun;
import org.itsmsuite.incident.major.MajorSteps;
import org.springframework.stereotype.Component;

/** Tells top management and all whom the criteria name that there is a major incident. */
@Component
@PublishedToModels
public class InformTopManagementDelegate implements JavaDelegate {

  private final MajorSteps steps;
  private final RepositoryService repository;

  public InformTopManagementDelegate(MajorSteps steps, RepositoryService repository) {
    this.steps = steps;
    this.repository = repository;
  }

  @Override
  public void execute(DelegateExecution step) {
    var model = repository.getProcessDefinition(step.getProcessDefinitionId());
    steps.inform(
        MajorIncidentModel.number(step),
        new MajorRun(step.getProcessInstanceId(), model.getKey() + ":" + model.getVersion()));
  }
}
