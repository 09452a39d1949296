package org.itsmsuite.engine.frugal;

import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;

/**
 * For each event that a process no longer waits for, the engine looks for jobs that would still
 * deliver it, to remove them. Only signals thrown asynchronously make such jobs, and models that
 * throw one are refused.
 */
class NoAsynchronousEvents extends JobManager {

  @Override
  public List<JobEntity> findJobsByConfiguration(String type, String configuration, String tenant) {
    return ProcessEventJobHandler.TYPE.equals(type)
        ? List.of()
        : super.findJobsByConfiguration(type, configuration, tenant);
  }
}
