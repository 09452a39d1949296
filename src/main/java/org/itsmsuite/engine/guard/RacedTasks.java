package org.itsmsuite.engine.guard;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Of two calls that give the same person the same task at once, both write that person's right on
 * it. The database lets one through; the other is late, which the engine only knows of tasks
 * changed, not of rights given. Stands around the whole step: it is written at its end.
 */
public final class RacedTasks extends CommandInterceptor {

  private static final String THERE_ALREADY = "23505";
  private static final String RIGHTS = "ACT_UNIQ_AUTH";
  private static final int DEEPEST = 20;

  @Override
  public <T> T execute(Command<T> command) {
    try {
      return next.execute(command);
    } catch (OptimisticLockingException known) {
      throw known;
    } catch (ProcessEngineException failed) {
      if (isRightThereAlready(failed) && TargetIds.namesTask(command)) {
        var late = new OptimisticLockingException("This task was given at the same moment.");
        late.initCause(failed);
        throw late;
      }
      throw failed;
    }
  }

  private static boolean isRightThereAlready(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(
            cause ->
                cause instanceof SQLException sql
                    && THERE_ALREADY.equals(sql.getSQLState())
                    && sql.getMessage().toUpperCase(Locale.ROOT).contains(RIGHTS));
  }
}
