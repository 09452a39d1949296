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

/** Ids of the user tasks of all models, by the key of their process. */
final class ModelTasks {

  private final Map<String, Set<String>> tasks = new HashMap<>();

  ModelTasks(ContentSource content) {
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
  }

  boolean contains(String process, String task) {
    return tasks.getOrDefault(process, Set.of()).contains(task);
  }
}
