package org.itsmsuite.engine.guard;

import java.util.stream.Stream;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.duty.Duty;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.duty.DutyTask;
import org.itsmsuite.engine.release.ReleaseCheck;

/**
 * A task that {@code config/duties.yaml} names is there: else nobody would notice that it is not.
 */
public final class DutyTasks implements ReleaseCheck {

  private final DutyRegister register;

  public DutyTasks(DutyRegister register) {
    this.register = register;
  }

  /**
   * @throws org.itsmsuite.content.ContentException {@code duties.unknown-task}
   */
  @Override
  public void check(ContentSource content) {
    var tasks = new ModelTasks(content);
    for (Duty duty : register.all()) {
      for (DutyTask one :
          Stream.concat(duty.firstTasks().stream(), duty.tasks().stream()).toList()) {
        if (!tasks.contains(one.process(), one.task())) {
          throw register.fault(
              "duties.unknown-task",
              duty,
              "no model has a user task "
                  + Quoted.text(one.task())
                  + " in a process "
                  + Quoted.text(one.process()));
        }
      }
    }
  }
}
