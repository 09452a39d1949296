package org.itsmsuite.security.process;

import java.util.Collection;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.SecurityDeadlines;
import org.itsmsuite.security.SecurityIncident;
import org.itsmsuite.security.SecuritySteps;
import org.itsmsuite.security.Stage;
import org.springframework.stereotype.Component;

/** What models may ask about a security incident, as {@code securityIncident}. */
@Component("securityIncident")
@PublishedToModels
public class SecurityIncidentBean {

  private final SecuritySteps steps;
  private final SecurityDeadlines deadlines;

  public SecurityIncidentBean(SecuritySteps steps, SecurityDeadlines deadlines) {
    this.steps = steps;
    this.deadlines = deadlines;
  }

  /** {@code SECURITY_INCIDENT}, {@code NO_SECURITY_INCIDENT} or {@code SAME_AS_ANOTHER}. */
  @PublishedToModels
  public String finding(DelegateExecution step) {
    return incident(step).assessment().finding().name();
  }

  /** Whether somebody outside must be told who has not been told yet. */
  @PublishedToModels
  public boolean mustNotify(DelegateExecution step) {
    return steps.mustNotify(incident(step));
  }

  /** Whether the review says that a cause remains. */
  @PublishedToModels
  public boolean causeLeft(DelegateExecution step) {
    return incident(step).review().causeLeft();
  }

  /** Whether the review asks for an improvement. */
  @PublishedToModels
  public boolean improvement(DelegateExecution step) {
    return incident(step).review().improvement();
  }

  /** Accounts named on the record in person, who may be let review it. */
  @PublishedToModels
  public Collection<String> named(DelegateExecution step) {
    return steps.named(number(step));
  }

  /**
   * The cycle of the timer on a stage: whom to tell when is computed from the record.
   *
   * @param stage {@code assess}, {@code contain}, {@code notify} or {@code review}
   */
  @PublishedToModels
  public String deadline(DelegateExecution step, String stage) {
    return number(step) + "/" + Stage.of(stage).id();
  }

  /** When a stage is due; null if it has no deadline. */
  @PublishedToModels
  public Date due(DelegateExecution step, String stage) {
    return deadlines.due(number(step), Stage.of(stage)).map(Date::from).orElse(null);
  }

  private SecurityIncident incident(DelegateExecution step) {
    return steps.incident(number(step));
  }

  private static String number(DelegateExecution step) {
    return SecurityModel.number(step);
  }
}
