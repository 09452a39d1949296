package org.itsmsuite.change.vote.process;

import java.time.DateTimeException;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;

/** What the forms of this part bring; seen within the transaction that completes a task only. */
final class VoteForm {

  /** The item of the parallel tasks: the member's position. The engine stores no name. */
  static final String VOTER = "voter";

  private VoteForm() {}

  /** Null if it is left out or blank. */
  static String text(VariableScope scope, String name) {
    Object value = scope.getVariable(name);
    return value == null || Blank.is(value.toString()) ? null : value.toString();
  }

  static Instant instant(VariableScope scope, String field) {
    String text = text(scope, field);
    try {
      return text == null ? null : Instant.parse(text);
    } catch (DateTimeException noTime) {
      throw Refusal.invalid(
          "request.wrong-value", field, "An instant such as 2026-03-02T08:00:00Z is expected.");
    }
  }
}
