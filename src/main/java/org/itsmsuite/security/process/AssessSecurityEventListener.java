package org.itsmsuite.security.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.security.Assessed;
import org.itsmsuite.security.Finding;
import org.itsmsuite.security.Probability;
import org.itsmsuite.security.SecuritySteps;
import org.itsmsuite.security.Threat;
import org.itsmsuite.security.ThreatLevel;
import org.springframework.stereotype.Component;

/** Keeps what the assessment found. */
@Component
@PublishedToModels
public class AssessSecurityEventListener implements TaskListener {

  private final SecuritySteps steps;

  public AssessSecurityEventListener(SecuritySteps steps) {
    this.steps = steps;
  }

  @Override
  public void notify(DelegateTask task) {
    Finding found = SecurityModel.value(task, "finding", Finding.class);
    boolean event = found == Finding.SECURITY_EVENT;
    steps.assessed(
        SecurityModel.number(task),
        new Assessed(
            found,
            SecurityModel.text(task, "reason"),
            SecurityModel.text(task, "sameAs"),
            event ? threat(task) : null,
            event && SecurityModel.yes(task, "notifyOutside"),
            SecurityModel.text(task, "whyNotNotified")));
  }

  private static Threat threat(DelegateTask task) {
    return new Threat(
        SecurityModel.value(task, "probability", Probability.class),
        SecurityModel.value(task, "confidentiality", ThreatLevel.class),
        SecurityModel.value(task, "integrity", ThreatLevel.class),
        SecurityModel.value(task, "accessibility", ThreatLevel.class),
        SecurityModel.yes(task, "authenticity"),
        SecurityModel.yes(task, "accountability"),
        SecurityModel.yes(task, "nonRepudiation"),
        SecurityModel.yes(task, "reliability"),
        SecurityModel.yes(task, "personalData"));
  }
}
