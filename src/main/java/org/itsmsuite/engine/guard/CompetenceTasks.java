package org.itsmsuite.engine.guard;

import org.itsmsuite.competence.CompetenceRegister;
import org.itsmsuite.competence.Need;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.Quoted;
import org.itsmsuite.engine.release.ReleaseCheck;

/** A task that {@code config/competences.yaml} names is there, as for {@link DutyTasks}. */
public final class CompetenceTasks implements ReleaseCheck {

  private final CompetenceRegister register;

  public CompetenceTasks(CompetenceRegister register) {
    this.register = register;
  }

  /**
   * @throws org.itsmsuite.content.ContentException {@code competences.unknown-task}
   */
  @Override
  public void check(ContentSource content) {
    var tasks = new ModelTasks(content);
    int index = 0;
    for (Need need : register.needs()) {
      if (need.task() != null && !tasks.contains(need.process(), need.task())) {
        throw register.fault(
            "competences.unknown-task",
            index,
            "no model has a user task "
                + Quoted.text(need.task())
                + " in a process "
                + Quoted.text(need.process()));
      }
      index++;
    }
  }
}
