package org.itsmsuite.incident.major.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.MajorCharge;
import org.itsmsuite.refusal.Refusal;
import org.springframework.stereotype.Component;

/** Keeps who is in charge and which groups do what. */
@Component
@PublishedToModels
public class TakeChargeListener implements TaskListener {

  private final MajorCharge charge;

  public TakeChargeListener(MajorCharge charge) {
    this.charge = charge;
  }

  @Override
  public void notify(DelegateTask task) {
    charge.take(
        MajorIncidentModel.number(task),
        MajorIncidentModel.text(task, "manager"),
        technicalTasks(task));
  }

  /** The form has one field of text for each group it offers. */
  private static Map<String, String> technicalTasks(DelegateTask task) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (task.getVariable("groups") instanceof List<?> groups) {
      for (Object group : groups) {
        String field = field(group.toString());
        String text = MajorIncidentModel.text(task, field);
        if (text == null) {
          throw Refusal.invalid("form.required", field, "What is the group " + group + " to do?");
        }
        texts.put(group.toString(), text);
      }
    }
    return texts;
  }

  /** Keys of fields have no hyphens. */
  static String field(String group) {
    return "task_" + group.replace('-', '_');
  }
}
