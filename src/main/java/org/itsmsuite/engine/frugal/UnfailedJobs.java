package org.itsmsuite.engine.frugal;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * With each job that is done the engine looks for its incident. A job's incident belongs to the
 * job's execution, and the engine notes with an execution whether it has any: where it has none,
 * the job has none. The engine itself relies on that note when it removes an execution.
 */
class UnfailedJobs extends DefaultIncidentHandler {

  UnfailedJobs() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    if (mayHaveIncidents(context.getExecutionId())) {
      super.removeIncident(context, resolved);
    }
  }

  private static boolean mayHaveIncidents(String id) {
    ExecutionEntity execution =
        id == null
            ? null
            : Context.getCommandContext()
                .getDbEntityManager()
                .getCachedEntity(ExecutionEntity.class, id);
    return execution == null || !execution.getIncidents().isEmpty();
  }
}
