package org.itsmsuite.incident.major.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.major.Aftermath;
import org.itsmsuite.incident.major.MajorReporting;
import org.itsmsuite.incident.major.MajorSteps;
import org.itsmsuite.incident.major.TechnicalTasks;
import org.springframework.stereotype.Component;

/** What models may ask about a major incident, as {@code majorIncident}. */
@Component("majorIncident")
@PublishedToModels
public class MajorIncidentBean {

  private final MajorSteps steps;
  private final TechnicalTasks tasks;
  private final MajorReporting reporting;

  public MajorIncidentBean(MajorSteps steps, TechnicalTasks tasks, MajorReporting reporting) {
    this.steps = steps;
    this.tasks = tasks;
    this.reporting = reporting;
  }

  @PublishedToModels
  public boolean isIncidentOpen(DelegateExecution step) {
    return steps.incident(number(step)).isOpen();
  }

  /** Account of the one in charge; null before somebody is. */
  @PublishedToModels
  public String manager(DelegateExecution step) {
    return steps.standing(number(step)).lead().manager();
  }

  /** Identities of the technical tasks that are to be offered now. */
  @PublishedToModels
  public List<String> technicalTasksToGive(DelegateExecution step) {
    return tasks.toGive(number(step));
  }

  /** Who may carry the technical task out; incident managers may call it off. */
  @PublishedToModels
  public String technicalGroups(DelegateExecution step) {
    String task = MajorIncidentModel.text(step, "technicalTask");
    // What the message said of a task that was added later is gone once that task is offered.
    return task == null
        ? "incident-managers"
        : tasks.find(number(step), task).group() + ",incident-managers";
  }

  @PublishedToModels
  public Date reportDue(DelegateExecution step) {
    return date(aftermath(step).reportDueAt());
  }

  @PublishedToModels
  public Date reviewDue(DelegateExecution step) {
    return date(aftermath(step).reviewDueAt());
  }

  /** The cycle of the timers that tell of an overdue report or review. */
  @PublishedToModels
  public String overdue(DelegateExecution step) {
    return MajorTimerDates.value(number(step));
  }

  /** Whether the review asks for something to become better. */
  @PublishedToModels
  public boolean hasImprovements(DelegateExecution step) {
    return reporting.hasImprovements(number(step));
  }

  private Aftermath aftermath(DelegateExecution step) {
    return steps.standing(number(step)).aftermath();
  }

  private static Date date(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static String number(DelegateExecution step) {
    return MajorIncidentModel.number(step);
  }
}
