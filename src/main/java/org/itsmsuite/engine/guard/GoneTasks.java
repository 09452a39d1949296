package org.itsmsuite.engine.guard;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.refusal.Refusal;

/**
 * Says in plain words that a task is not there any more: {@code task.gone}. Somebody may have had
 * its page open while another person completed it, or while its record was withdrawn or ended. A
 * task that never was is answered the same.
 */
public class GoneTasks extends CommandInterceptor {

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (NullValueException | BadUserRequestException | NullPointerException failed) {
      if (TargetIds.namesGoneTask(command)) {
        throw gone(failed);
      }
      throw failed;
    }
  }

  /** Of a kind that the engine's REST API answers as somebody's mistake, also in the tasklist. */
  private static NotFoundException gone(RuntimeException failed) {
    var refusal =
        Refusal.notFound(
            "task.gone",
            "This task is not open any more: it was completed, or its record no longer needs it."
                + " Look at your list of tasks again.");
    refusal.addSuppressed(failed);
    return new NotFoundException(refusal.key() + ": " + refusal.getMessage(), refusal);
  }
}
