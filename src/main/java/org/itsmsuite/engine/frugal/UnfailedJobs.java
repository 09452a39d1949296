package org.itsmsuite.engine.frugal;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * With each job that is done the engine looks for its incident. A job that has never failed has
 * none.
 */
class UnfailedJobs extends DefaultIncidentHandler {

  UnfailedJobs() {
    super(Incident.FAILED_JOB_HANDLER_TYPE);
  }

  @Override
  protected void removeIncident(IncidentContext context, boolean resolved) {
    if (!hasNeverFailed(context.getConfiguration())) {
      super.removeIncident(context, resolved);
    }
  }

  private static boolean hasNeverFailed(String id) {
    return Context.getCommandContext()
        .getDbEntityManager()
        .getCachedEntitiesByType(AcquirableJobEntity.class)
        .stream()
        .filter(JobEntity.class::isInstance)
        .map(JobEntity.class::cast)
        .anyMatch(
            job ->
                job.getId().equals(id)
                    && job.getRetries() > 0
                    && job.getExceptionMessage() == null);
  }
}
