package org.itsmsuite.engine.restriction;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.itsmsuite.engine.RecordAudience;

/**
 * Why a job failed is kept by the engine, for whoever keeps it running. Messages of exceptions may
 * hold what stands in the record: a database tells the value that it did not take. Of a restricted
 * record the engine keeps which exceptions were thrown and where, without their messages.
 */
public final class UntoldFailures implements FailedJobCommandFactory {

  private final RecordAudience audience;

  public UntoldFailures(RecordAudience audience) {
    this.audience = audience;
  }

  @Override
  public Command<Object> getCommand(String job, Throwable failure) {
    return context -> {
      JobEntity failed = context.getJobManager().findJobById(job);
      return new DefaultJobRetryCmd(job, failed == null ? failure : told(failed, failure))
          .execute(context);
    };
  }

  /**
   * Keeps the same out of the log of failed jobs. A task that is done is called there what the
   * model calls it: its name in people's lists holds the record's title, and would stay when the
   * record becomes restricted later.
   */
  public CacheAwareHistoryEventProducer history() {
    return new CacheAwareHistoryEventProducer() {
      @Override
      protected void initTaskInstanceEvent(
          HistoricTaskInstanceEventEntity event, TaskEntity task, HistoryEventType type) {
        super.initTaskInstanceEvent(event, task, type);
        event.setName(step(task));
      }

      @Override
      public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable failure) {
        return super.createHistoricJobLogFailedEvt(job, told(job, failure));
      }
    };
  }

  private static String step(TaskEntity task) {
    var definition = task.getTaskDefinition();
    var name = definition == null ? null : definition.getNameExpression();
    return name == null || !name.isLiteralText()
        ? task.getTaskDefinitionKey()
        : name.getExpressionText();
  }

  private Throwable told(Job job, Throwable failure) {
    // The engine tells it from others by its type; it names rows and no contents.
    if (failure == null || failure instanceof OptimisticLockingException) {
      return failure;
    }
    return audience.isRestricted(record(job)) ? withoutMessages(failure) : failure;
  }

  private static String record(Job job) {
    String execution = ((JobEntity) job).getExecutionId();
    return execution == null || Context.getCommandContext() == null
        ? null
        : TaskRecord.of(TaskRecord.find(execution));
  }

  private static Throwable withoutMessages(Throwable failure) {
    List<String> types = new ArrayList<>();
    Throwable innermost = failure;
    for (Throwable cause = failure; cause != null && types.size() < 20; cause = cause.getCause()) {
      types.add(cause.getClass().getName());
      innermost = cause;
    }
    var untold =
        new ProcessEngineException(
            "A step of a restricted record failed, its message is not kept: "
                + String.join(", caused by ", types));
    untold.setStackTrace(innermost.getStackTrace());
    return untold;
  }
}
