package org.itsmsuite.sla.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.sla.ClockKind;
import org.itsmsuite.sla.Clocks;
import org.springframework.stereotype.Component;

/** What models may ask about clocks, as {@code sla}. */
@Component("sla")
@PublishedToModels
public class SlaClocks implements TimerDates {

  private final Clocks clocks;

  public SlaClocks(Clocks clocks) {
    this.clocks = clocks;
  }

  /**
   * The cycle of a clock's boundary timer.
   *
   * @param clock {@code response}, {@code resolution} or {@code update}
   */
  @PublishedToModels
  public String milestones(DelegateExecution step, String clock) {
    return step.getProcessBusinessKey() + "/" + ClockKind.of(clock).id();
  }

  /**
   * The due date of a user task: the earliest due of the record's running clocks, periodic word
   * left out; null if it has none.
   */
  @PublishedToModels
  public Date taskDue(DelegateExecution step) {
    return clocks.taskDue(step.getProcessBusinessKey()).map(Date::from).orElse(null);
  }

  /**
   * The due date of the task that gives the next word: the due of the record's update clock, null
   * if none runs.
   */
  @PublishedToModels
  public Date updateDue(DelegateExecution step) {
    return clocks.due(step.getProcessBusinessKey(), ClockKind.UPDATE).map(Date::from).orElse(null);
  }

  @Override
  public boolean handles(String value) {
    int slash = value.indexOf('/');
    return slash > 0 && !value.startsWith("R") && kindOf(value) != null;
  }

  @Override
  public Instant nextAfter(String value, Instant now) {
    return clocks.nextMilestone(value.substring(0, value.indexOf('/')), kindOf(value), now);
  }

  private static ClockKind kindOf(String value) {
    String name = value.substring(value.indexOf('/') + 1);
    for (ClockKind kind : ClockKind.values()) {
      if (kind.id().equals(name)) {
        return kind;
      }
    }
    return null;
  }
}
