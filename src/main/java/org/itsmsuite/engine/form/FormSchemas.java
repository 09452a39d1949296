package org.itsmsuite.engine.form;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;

/** The form of a task, from the release its process runs in. Read once per release. */
class FormSchemas {

  private record Key(String deployment, String form) {}

  private final Map<Key, FormSchema> known = new ConcurrentHashMap<>();

  /** Empty if the task has no form, or belongs to no process. */
  Optional<FormSchema> of(TaskEntity task) {
    TaskDefinition definition = task.getTaskDefinition();
    if (definition == null || definition.getCamundaFormDefinitionKey() == null) {
      return Optional.empty();
    }
    Object form = definition.getCamundaFormDefinitionKey().getValue(task);
    if (form == null || task.getProcessDefinition() == null) {
      return Optional.empty();
    }
    String deployment = task.getProcessDefinition().getDeploymentId();
    return Optional.of(known.computeIfAbsent(new Key(deployment, form.toString()), this::load));
  }

  private FormSchema load(Key key) {
    CommandContext context = Context.getCommandContext();
    var definition =
        context
            .getCamundaFormDefinitionManager()
            .findDefinitionByDeploymentAndKey(key.deployment(), key.form());
    if (definition == null) {
      throw new ProcessEngineException(
          "The form '" + key.form() + "' was not released together with its process.");
    }
    var resource =
        context
            .getResourceManager()
            .findResourceByDeploymentIdAndResourceName(
                key.deployment(), definition.getResourceName());
    return FormSchemaReader.read(definition.getResourceName(), resource.getBytes());
  }
}
