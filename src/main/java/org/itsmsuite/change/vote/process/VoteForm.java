package org.itsmsuite.change.vote.process;

import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.itsmsuite.calendar.LocalMoments;
import org.itsmsuite.refusal.Blank;

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

  static Instant instant(VariableScope scope, String field, ZoneId zone) {
    String text = text(scope, field);
    return text == null ? null : LocalMoments.read(text, zone, field);
  }
}
