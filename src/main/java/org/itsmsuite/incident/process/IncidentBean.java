package org.itsmsuite.incident.process;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.incident.FamilySteps;
import org.itsmsuite.incident.IncidentDeadlines;
import org.itsmsuite.incident.IncidentSteps;
import org.springframework.stereotype.Component;

/** What models may ask about an incident, as {@code incident}. */
@Component("incident")
@PublishedToModels
public class IncidentBean {

  private final IncidentSteps steps;
  private final IncidentDeadlines deadlines;
  private final FamilySteps families;

  public IncidentBean(IncidentSteps steps, IncidentDeadlines deadlines, FamilySteps families) {
    this.steps = steps;
    this.deadlines = deadlines;
    this.families = families;
  }

  /** The group that works on it now. */
  @PublishedToModels
  public String supportGroup(DelegateExecution step) {
    return steps.incident(number(step)).assignment().group();
  }

  /** {@code INCIDENT}, {@code SERVICE_REQUEST} or {@code DUPLICATE}. */
  @PublishedToModels
  public String mechanism(DelegateExecution step) {
    return steps.incident(number(step)).assessment().mechanism().name();
  }

  /** Whether the one who restored the service suspects a cause that is still there. */
  @PublishedToModels
  public boolean problemSuspected(DelegateExecution step) {
    return steps.incident(number(step)).outcome().problemSuspected();
  }

  /** When it is closed if the user does not answer. */
  @PublishedToModels
  public Date closesAt(DelegateExecution step) {
    return Date.from(deadlines.closesAt(steps.incident(number(step))));
  }

  /** Until when a closed incident can be reopened. */
  @PublishedToModels
  public Date reopenableUntil(DelegateExecution step) {
    return Date.from(deadlines.reopenableUntil(steps.incident(number(step))));
  }

  /** When the next reminder of the wait is due. */
  @PublishedToModels
  public Date nextReminder(DelegateExecution step) {
    return Date.from(deadlines.nextReminder(steps.incident(number(step))));
  }

  /** When the wait is given up. */
  @PublishedToModels
  public Date givesUpAt(DelegateExecution step) {
    return Date.from(deadlines.givesUpAt(steps.incident(number(step))));
  }

  /** Whether giving up resolves the incident; otherwise the work goes on. */
  @PublishedToModels
  public boolean givingUpResolves(DelegateExecution step) {
    return deadlines.givingUpResolves(steps.incident(number(step)));
  }

  /** Whether children are worked on, which are resolved with it. */
  @PublishedToModels
  public boolean hasOpenChildren(DelegateExecution step) {
    return families.hasOpenChildren(number(step));
  }

  /** Numbers of the children that are worked on. */
  @PublishedToModels
  public List<String> openChildren(DelegateExecution step) {
    return families.openChildren(number(step));
  }

  /** Whether the last child is closed or cancelled; until then the parent is not closed. */
  @PublishedToModels
  public boolean allChildrenClosed(DelegateExecution step) {
    return families.allChildrenClosed(number(step));
  }

  private static String number(DelegateExecution step) {
    return IncidentTriageModel.number(step);
  }
}
