package org.itsmsuite.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.DeploymentStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.GetUniqueTaskWorkerCountCmd;
import org.camunda.bpm.engine.impl.cmd.SignalEventReceivedCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.metrics.MetricsQueryImpl;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.restriction.TaskRecord;
import org.itsmsuite.refusal.Refusal;

/**
 * Closes what the engine's own rights leave open: counts over all processes, which would tell that
 * there is a record one may not know of; messages sent to a guessed number, whose answer would tell
 * the same; and texts on restricted records that would stay in the engine for its administrators.
 */
public final class RestrictionGuard extends CommandInterceptor {

  /** Counts of everything, whoever may see what of it. */
  private static final List<String> COUNTS =
      List.of(
          ProcessDefinitionStatisticsQueryImpl.class.getName(),
          DeploymentStatisticsQueryImpl.class.getName(),
          ActivityStatisticsQueryImpl.class.getName(),
          MetricsQueryImpl.class.getName(),
          GetUniqueTaskWorkerCountCmd.class.getName());

  private static final List<Class<?>> MESSAGES =
      List.of(AbstractCorrelateMessageCmd.class, SignalEventReceivedCmd.class);

  private static final List<Class<?>> TEXTS =
      List.of(AddCommentCmd.class, CreateAttachmentCmd.class);

  private final RecordAudience audience;

  public RestrictionGuard(RecordAudience audience) {
    this.audience = audience;
  }

  @Override
  public <T> T execute(Command<T> command) {
    if (!EngineCalls.isInternal() && !EngineCalls.isReleasing() && OuterCall.isRunning()) {
      Authentication person = Context.getCommandContext().getAuthentication();
      if (person != null) {
        check(command, person);
      }
    }
    return next.execute(command);
  }

  private void check(Command<?> command, Authentication person) {
    if (isCount(command)) {
      require(
          Permissions.READ_INSTANCE,
          "engine.counts-not-allowed",
          "Counts over every process are for those who may read every process instance.");
    } else if (MESSAGES.stream().anyMatch(type -> type.isInstance(command))) {
      require(
          Permissions.UPDATE_INSTANCE,
          "engine.messages-not-allowed",
          "Messages to processes are sent by the suite: use the record's actions.");
    } else if (TEXTS.stream().anyMatch(type -> type.isInstance(command))) {
      if (audience.isRestricted(record(command))) {
        throw refusal(
            "engine.restricted-text",
            "What is written here would not be restricted; write it on the record's own page.");
      }
    } else if (command instanceof ClaimTaskCmd
        // Others have no right to a task that is not offered to them; this spares them a query.
        && Context.getCommandContext().getAuthorizationManager().isCamundaAdmin(person)
        && !audience.mayKnow(RecordAudience.actor(person), record(command))) {
      throw refusal(
          "engine.restricted-record", "Only those whom a restricted record concerns work on it.");
    }
  }

  private static boolean isCount(Command<?> command) {
    String type = command.getClass().getName();
    return COUNTS.stream().anyMatch(count -> type.equals(count) || type.startsWith(count + "$"));
  }

  private static void require(Permissions permission, String key, String sentence) {
    CommandContext context = Context.getCommandContext();
    Authentication person = context.getAuthentication();
    boolean granted =
        context
            .getAuthorizationManager()
            .isAuthorized(
                person.getUserId(),
                person.getGroupIds(),
                permission,
                Resources.PROCESS_DEFINITION,
                Authorization.ANY);
    if (!granted) {
      throw refusal(key, sentence);
    }
  }

  private static String record(Command<?> command) {
    return TaskRecord.of(TargetIds.execution(command));
  }

  private static AuthorizationException refusal(String key, String sentence) {
    var refusal = new AuthorizationException(key + ": " + sentence);
    refusal.initCause(Refusal.forbidden(key, sentence));
    return refusal;
  }
}
