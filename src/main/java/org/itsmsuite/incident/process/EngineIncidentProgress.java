package org.itsmsuite.incident.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.TaskHolder;
import org.itsmsuite.incident.IncidentProgress;
import org.itsmsuite.incident.Run;
import org.itsmsuite.refusal.Blank;
import org.springframework.stereotype.Component;

/** Reads the engine's state of an incident's process; who may look was decided before. */
@Component
class EngineIncidentProgress implements IncidentProgress {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final TaskService tasks;

  EngineIncidentProgress(RepositoryService repository, RuntimeService runtime, TaskService tasks) {
    this.repository = repository;
    this.runtime = runtime;
    this.tasks = tasks;
  }

  @Override
  public Optional<String> model(Run run) {
    return EngineCalls.internally(
        () -> {
          ProcessDefinition model =
              repository
                  .createProcessDefinitionQuery()
                  .deploymentId(run.bundle())
                  .processDefinitionKey(run.key())
                  .singleResult();
          return Optional.ofNullable(model)
              .map(one -> text(repository.getProcessModel(one.getId())));
        });
  }

  private static String text(InputStream stream) {
    try (stream) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<ActiveStep> active(Run run) {
    return EngineCalls.internally(
        () -> {
          List<ActiveStep> steps = new ArrayList<>();
          ActivityInstance root = runtime.getActivityInstance(run.instance());
          if (root != null) {
            collect(root, steps);
          }
          return steps.stream().map(step -> labelled(root, step)).toList();
        });
  }

  /** Only the innermost steps: a sub-process with something running in it is shown by that. */
  private static void collect(ActivityInstance instance, List<ActiveStep> steps) {
    if (instance.getChildActivityInstances().length == 0
        && instance.getParentActivityInstanceId() != null) {
      steps.add(new ActiveStep(instance.getActivityId(), instance.getActivityName()));
    }
    for (ActivityInstance child : instance.getChildActivityInstances()) {
      collect(child, steps);
    }
  }

  /** A gateway that waits has no label of its own: it waits for what comes after it. */
  private ActiveStep labelled(ActivityInstance root, ActiveStep step) {
    if (!Blank.is(step.label())) {
      return step;
    }
    ModelElementInstance element =
        repository
            .getBpmnModelInstance(root.getProcessDefinitionId())
            .getModelElementById(step.id());
    String awaited =
        element instanceof FlowNode node
            ? node.getSucceedingNodes().list().stream()
                .map(FlowElement::getName)
                .filter(name -> !Blank.is(name))
                .sorted()
                .collect(Collectors.joining(" or "))
            : "";
    return new ActiveStep(step.id(), awaited.isEmpty() ? "A step without a name" : awaited);
  }

  @Override
  public List<OpenTask> tasks(Run run) {
    return EngineCalls.internally(
        () ->
            tasks.createTaskQuery().processInstanceId(run.instance()).list().stream()
                .map(
                    task ->
                        new OpenTask(
                            task.getId(), task.getName(), group(task), TaskHolder.of(task)))
                .toList());
  }

  @Override
  public boolean asksForConfirmation(Run run) {
    return EngineCalls.internally(
        () ->
            tasks
                    .createTaskQuery()
                    .processInstanceId(run.instance())
                    .taskDefinitionKey(IncidentTriageModel.CONFIRM_TASK)
                    .count()
                > 0);
  }

  @Override
  public boolean awaits(Run run, String message) {
    return EngineCalls.internally(
        () ->
            runtime
                    .createEventSubscriptionQuery()
                    .processInstanceId(run.instance())
                    .eventType("message")
                    .eventName(message)
                    .count()
                > 0);
  }

  private String group(Task task) {
    return tasks.getIdentityLinksForTask(task.getId()).stream()
        .map(IdentityLink::getGroupId)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
