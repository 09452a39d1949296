package org.itsmsuite.engine.frugal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/** Puts the frugal parts into an engine, except {@link ForgottenVariables}, an interceptor. */
public final class FrugalEngine {

  private record Part(Class<?> type, Supplier<Session> made) implements SessionFactory {
    @Override
    public Class<?> getSessionType() {
      return type;
    }

    @Override
    public Session openSession() {
      return made.get();
    }
  }

  private FrugalEngine() {}

  /** Before the engine is built. */
  public static void prepare(ProcessEngineConfigurationImpl engine) {
    var released = new ConcurrentHashMap<ReleasedDecisions.Key, DecisionDefinitionEntity>();
    engine.setCustomSessionFactories(
        more(
            engine.getCustomSessionFactories(),
            new Part(AuthorizationManager.class, RightsAtOnce::new),
            new Part(JobManager.class, NoAsynchronousEvents::new),
            new Part(TaskManager.class, NoSubtasks::new),
            new Part(DecisionDefinitionManager.class, () -> new ReleasedDecisions(released))));
    List<IncidentHandler> handlers = more(engine.getCustomIncidentHandlers(), new UnfailedJobs());
    engine.setCustomIncidentHandlers(handlers);
    engine.setEnableDefaultDbHistoryEventHandler(false);
    engine.getCustomHistoryEventHandlers().add(new EndsOnly());
  }

  /** When its history level is known. */
  public static void finish(ProcessEngineConfigurationImpl engine) {
    if (engine.getHistoryLevel().equals(HistoryLevel.HISTORY_LEVEL_FULL)) {
      engine.setHistoryLevel(new FullBesideTheLedger());
    }
  }

  @SafeVarargs
  private static <T> List<T> more(List<T> others, T... ours) {
    List<T> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    all.addAll(List.of(ours));
    return all;
  }
}
