package org.itsmsuite.engine.guard;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.duty.Duty;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.duty.DutyTask;
import org.itsmsuite.engine.release.ReleaseCheck;

/**
 * A task that {@code config/duties.yaml} names is there: else nobody would notice that it is not.
 */
public final class DutyTasks implements ReleaseCheck {

  private final DutyRegister register;

  public DutyTasks(DutyRegister register) {
    this.register = register;
  }

  /**
   * @throws org.itsmsuite.content.ContentException {@code duties.unknown-task}
   */
  @Override
  public void check(ContentSource content) {
    Map<String, Set<String>> tasks = userTasks(content);
    for (Duty duty : register.all()) {
      for (DutyTask one : duty.tasks()) {
        if (!tasks.getOrDefault(one.process(), Set.of()).contains(one.task())) {
          throw register.fault(
              "duties.unknown-task",
              duty,
              "no model has a user task "
                  + Quoted.text(one.task())
                  + " in a process "
                  + Quoted.text(one.process()));
        }
      }
    }
  }

  private static Map<String, Set<String>> userTasks(ContentSource content) {
    Map<String, Set<String>> tasks = new HashMap<>();
    for (String name : content.list("processes", ".bpmn")) {
      var model = Bpmn.readModelFromStream(new ByteArrayInputStream(content.read(name)));
      Set<String> ids = new HashSet<>();
      model.getModelElementsByType(UserTask.class).forEach(task -> ids.add(task.getId()));
      model
          .getModelElementsByType(Process.class)
          .forEach(
              process ->
                  tasks.computeIfAbsent(process.getId(), any -> new HashSet<>()).addAll(ids));
    }
    return tasks;
  }
}
