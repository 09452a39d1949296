package org.itsmsuite.deputy.process;

import java.util.ArrayList;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Watches every user task of every model: before the model's own listeners see who gets it. */
@Component
public class DeputyEnginePlugin extends AbstractProcessEnginePlugin {

  private final ObjectProvider<TaskPassing> passing;

  /**
   * @param passing asked late: the engine is there before it
   */
  public DeputyEnginePlugin(ObjectProvider<TaskPassing> passing) {
    this.passing = passing;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    var listeners =
        new ArrayList<>(
            engine.getCustomPreBPMNParseListeners() == null
                ? java.util.List.of()
                : engine.getCustomPreBPMNParseListeners());
    listeners.add(new EveryUserTask());
    engine.setCustomPreBPMNParseListeners(listeners);
  }

  private final class EveryUserTask extends AbstractBpmnParseListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
      var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
      task.addBuiltInTaskListener(
          TaskListener.EVENTNAME_ASSIGNMENT, given -> passing.getObject().assigned(given));
      task.addBuiltInTaskListener(
          TaskListener.EVENTNAME_COMPLETE, done -> passing.getObject().completed(done));
    }
  }
}
