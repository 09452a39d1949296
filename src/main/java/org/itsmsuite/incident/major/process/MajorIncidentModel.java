package org.itsmsuite.incident.major.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.itsmsuite.refusal.Blank;

/** What this code may say about the diagram of major incidents. */
final class MajorIncidentModel {

  static final String KEY = "major-incident";

  private MajorIncidentModel() {}

  static String number(DelegateExecution step) {
    return step.getProcessBusinessKey();
  }

  static String number(DelegateTask task) {
    return task.getExecution().getProcessBusinessKey();
  }

  /** A value of a submitted form or a message, or null. */
  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null || Blank.is(value.toString()) ? null : value.toString();
  }
}
