package org.itsmsuite.incident.major.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.major.Majors;
import org.itsmsuite.incident.web.IncidentAction;
import org.itsmsuite.record.ActionOffer;
import org.itsmsuite.record.ActionOffer.Field;
import org.itsmsuite.record.ActionOffer.Option;
import org.itsmsuite.web.Texts;
import org.springframework.stereotype.Component;

/** One more thing for a group to do while a major incident is led. */
@Component
class AddTechnicalTaskAction implements IncidentAction {

  private final Majors majors;
  private final GoingMajors going;

  AddTechnicalTaskAction(Majors majors, GoingMajors going) {
    this.majors = majors;
    this.going = going;
  }

  @Override
  public String name() {
    return "add-technical-task";
  }

  @Override
  public Set<String> fields() {
    return Set.of("group", "task");
  }

  @Override
  public Optional<ActionOffer> offer(Incident incident) {
    return going
        .led(incident)
        .map(
            major ->
                new ActionOffer(
                    name(),
                    "Add a technical task",
                    Field.select("group", "Group", true, options()),
                    Field.lines("task", "What is to be done", true)));
  }

  private List<Option> options() {
    return majors.groupsForTasks().stream()
        .map(group -> new Option(group.id(), group.name()))
        .toList();
  }

  @Override
  public void act(String number, Texts texts, Map<String, String> values) {
    String group = texts.required("group", values.get("group"), 100);
    String task = texts.requiredLines("task", values.get("task"), 2_000);
    texts.verify();
    majors.addTechnicalTask(number, group, task);
  }
}
