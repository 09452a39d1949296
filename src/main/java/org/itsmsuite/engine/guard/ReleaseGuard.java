package org.itsmsuite.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.PurgeDatabaseAndCacheCmd;
import org.camunda.bpm.engine.impl.cmd.SetProcessDefinitionVersionCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateDecisionDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateProcessDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.cmmn.cmd.UpdateCaseDefinitionHistoryTimeToLiveCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.refusal.Refusal;

/** Models change by a release and by nothing else. */
public class ReleaseGuard extends CommandInterceptor {

  /** Stable key of the refusal. */
  public static final String KEY = "engine.release-only";

  private static final List<Class<?>> CHANGES_MODELS =
      List.of(
          DeployCmd.class,
          DeleteDeploymentCmd.class,
          AbstractDeleteProcessDefinitionCmd.class,
          DeleteProcessDefinitionsByIdsCmd.class,
          SetProcessDefinitionVersionCmd.class,
          UpdateProcessDefinitionHistoryTimeToLiveCmd.class,
          UpdateDecisionDefinitionHistoryTimeToLiveCmd.class,
          UpdateCaseDefinitionHistoryTimeToLiveCmd.class,
          PurgeDatabaseAndCacheCmd.class);

  @Override
  public <T> T execute(Command<T> command) {
    if (!EngineCalls.isReleasing()
        && CHANGES_MODELS.stream().anyMatch(type -> type.isInstance(command))) {
      throw refusal();
    }
    return next.execute(command);
  }

  private static AuthorizationException refusal() {
    String sentence =
        "Models are released with the suite, never deployed, changed or deleted directly: put the"
            + " file under processes/ or forms/ and start the suite again.";
    var refusal = new AuthorizationException(KEY + ": " + sentence);
    refusal.initCause(Refusal.forbidden(KEY, sentence));
    return refusal;
  }
}
