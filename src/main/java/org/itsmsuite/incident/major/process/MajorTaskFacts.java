package org.itsmsuite.incident.major.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.itsmsuite.catalogue.Catalogue;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.major.MajorCourse;
import org.itsmsuite.incident.major.MajorIncident;
import org.itsmsuite.incident.major.MajorReport;
import org.itsmsuite.incident.major.MajorSteps;
import org.itsmsuite.incident.major.TechnicalTask;
import org.itsmsuite.incident.major.TechnicalTasks;
import org.springframework.stereotype.Component;

/** Fills the facts of a major incident into its task forms. */
@Component
public class MajorTaskFacts implements TaskFacts {

  private final MajorSteps steps;
  private final TechnicalTasks tasks;
  private final MajorCourse course;
  private final Catalogue catalogue;
  private final CurrentUser user;

  public MajorTaskFacts(
      MajorSteps steps,
      TechnicalTasks tasks,
      MajorCourse course,
      Catalogue catalogue,
      CurrentUser user) {
    this.steps = steps;
    this.tasks = tasks;
    this.course = course;
    this.catalogue = catalogue;
    this.user = user;
  }

  @Override
  public boolean knows(String processKey) {
    return MajorIncidentModel.KEY.equals(processKey);
  }

  @Override
  public Map<String, Object> of(String record, String taskKey) {
    Incident incident = steps.incident(record);
    MajorIncident major = steps.standing(record);
    Map<String, Object> facts = new HashMap<>();
    facts.put("number", incident.number());
    facts.put("title", incident.report().title());
    facts.put("description", incident.report().description());
    facts.put("serviceName", catalogue.serviceName(incident.report().service()));
    facts.put("priority", incident.assessment().priority());
    facts.put("resolution", incident.outcome().resolution());
    facts.put("declaredBecause", major.declaration().reason());
    facts.put("manager", manager(major));
    if (major.lead().word() != null) {
      facts.put("lastUpdate", major.lead().word().text());
    }
    if (taskKey.equals("userTask_writeReport")) {
      facts.put("course", course.of(record));
    }
    reported(facts, major.aftermath().report());
    return facts;
  }

  /** Who takes charge is meant to be in charge, unless somebody else is named. */
  private String manager(MajorIncident major) {
    Actor actor = user.actor();
    return Objects.requireNonNullElseGet(
        major.lead().manager(), () -> actor.isPerson() ? actor.id() : null);
  }

  private static void reported(Map<String, Object> facts, MajorReport report) {
    if (report != null) {
      facts.put("course", report.course());
      facts.put("cause", report.cause());
      facts.put("effect", report.effect());
      facts.put("done", report.done());
      facts.put("lessons", report.lessons());
      facts.put("reportBy", report.by());
    }
  }

  @Override
  public Map<String, Object> of(String record, String taskKey, String task) {
    Map<String, Object> facts = of(record, taskKey);
    if (taskKey.equals("userTask_carryOutTechnicalTask")
        || taskKey.equals("userTask_carryOutFurtherTechnicalTask")) {
      TechnicalTask given = tasks.of(record, task);
      facts.put("task", given.text());
      facts.put("groupName", given.group());
    }
    return facts;
  }
}
