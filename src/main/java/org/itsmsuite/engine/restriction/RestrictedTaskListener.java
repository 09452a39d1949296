package org.itsmsuite.engine.restriction;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.itsmsuite.engine.RecordAudience;

/** Looks at every new task, of whatever model, before the model's own listeners do. */
public final class RestrictedTaskListener extends AbstractBpmnParseListener
    implements TaskListener {

  private final RecordAudience audience;

  public RestrictedTaskListener(RecordAudience audience) {
    this.audience = audience;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    ((UserTaskActivityBehavior) activity.getActivityBehavior())
        .getTaskDefinition()
        .addBuiltInTaskListener(EVENTNAME_CREATE, this);
  }

  @Override
  public void notify(DelegateTask task) {
    TaskEntity created = (TaskEntity) task;
    String record = TaskRecord.of(created);
    if (audience.isRestricted(record)) {
      new OfferedTask(audience, created, record).review();
    }
  }
}
