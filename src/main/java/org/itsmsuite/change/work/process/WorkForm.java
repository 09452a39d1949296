package org.itsmsuite.change.work.process;

import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.itsmsuite.calendar.LocalMoments;
import org.itsmsuite.change.MoreFacts;
import org.itsmsuite.change.Window;
import org.itsmsuite.refusal.Blank;
import org.itsmsuite.refusal.Refusal;

/** What the forms of this part bring; seen within the transaction that completes a task only. */
final class WorkForm {

  /** The item of the parallel steps; the only thing that the engine stores, see ADR 3. */
  static final String STEP = MoreFacts.PART;

  private WorkForm() {}

  /** Null if it is left out or blank. */
  static String text(DelegateTask task, String name) {
    Object value = task.getVariable(name);
    return value == null || Blank.is(value.toString()) ? null : value.toString();
  }

  /**
   * @param zone in which people write times
   * @throws Refusal {@code change.window-incomplete}, {@code change.window-ends-before-it-starts},
   *     and as {@link LocalMoments} says
   */
  static Window window(DelegateTask task, ZoneId zone) {
    Instant from = instant(task, "from", zone);
    Instant to = instant(task, "to", zone);
    if (from == null || to == null) {
      throw Refusal.invalid(
          "change.window-incomplete",
          from == null ? "from" : "to",
          "A window has a start and an end.");
    }
    if (!from.isBefore(to)) {
      throw Refusal.invalid(
          "change.window-ends-before-it-starts", "to", "The end is later than the start.");
    }
    return new Window(from, to);
  }

  /** Position of the step of the plan that a task is about; 0 for the whole change. */
  static int step(VariableScope scope) {
    return Integer.parseInt((String) scope.getVariable(STEP));
  }

  /**
   * @throws Refusal as {@link LocalMoments} says
   */
  static Instant instant(DelegateTask task, String field, ZoneId zone) {
    String text = text(task, field);
    return text == null ? null : LocalMoments.read(text, zone, field);
  }
}
