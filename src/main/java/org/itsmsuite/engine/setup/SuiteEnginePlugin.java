package org.itsmsuite.engine.setup;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.itsmsuite.engine.el.SuiteExpressionManager;
import org.itsmsuite.engine.feel.SuiteFeelEngineFactory;
import org.itsmsuite.engine.form.FormInterceptor;
import org.itsmsuite.engine.form.JsonValueType;
import org.itsmsuite.engine.form.TaskForms;
import org.itsmsuite.engine.frugal.ForgottenVariables;
import org.itsmsuite.engine.frugal.FrugalEngine;
import org.itsmsuite.engine.guard.AccountGuard;
import org.itsmsuite.engine.guard.CompetenceGuard;
import org.itsmsuite.engine.guard.DutyGuard;
import org.itsmsuite.engine.guard.GoneTasks;
import org.itsmsuite.engine.guard.InternalCallInterceptor;
import org.itsmsuite.engine.guard.RacedTasks;
import org.itsmsuite.engine.guard.RecordProcessGuard;
import org.itsmsuite.engine.guard.ReleaseGuard;
import org.itsmsuite.engine.guard.RestrictionGuard;
import org.itsmsuite.engine.guard.RightsRecords;
import org.itsmsuite.engine.guard.TaskWorkGuard;
import org.itsmsuite.engine.guard.VariableGuard;
import org.itsmsuite.engine.model.CodeFreeParseFactory;
import org.itsmsuite.engine.model.NoArtifacts;
import org.itsmsuite.engine.model.NoScriptEngines;
import org.itsmsuite.engine.model.NoScripts;
import org.itsmsuite.engine.restriction.RestrictedOffers;
import org.itsmsuite.engine.restriction.UntoldFailures;
import org.itsmsuite.engine.timer.FactsCycleCalendar;

/**
 * Makes a Camunda engine the suite's engine: the same with Spring, in process tests and replays.
 */
public class SuiteEnginePlugin extends AbstractProcessEnginePlugin {

  private final EngineCollaborators collaborators;
  private final EngineSettings settings;

  public SuiteEnginePlugin(EngineCollaborators collaborators, EngineSettings settings) {
    this.collaborators = collaborators;
    this.settings = settings;
  }

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    var feel = new SuiteFeelEngineFactory();
    applySettings(engine);
    keepCodeOut(engine);
    if (settings.frugal()) {
      FrugalEngine.prepare(engine);
    }
    engine.setDmnEngineConfiguration(decisions(feel));
    engine.setBusinessCalendarManager(calendars());
    var listeners =
        new ArrayList<>(
            engine.getCustomPreBPMNParseListeners() == null
                ? List.of()
                : engine.getCustomPreBPMNParseListeners());
    listeners.add(new RestrictedOffers(collaborators.audience()));
    engine.setCustomPreBPMNParseListeners(listeners);
    var failures = new UntoldFailures(collaborators.audience());
    engine.setFailedJobCommandFactory(failures);
    engine.setHistoryEventProducer(failures.history());
    engine.setCustomPreCommandInterceptorsTxRequired(
        with(engine.getCustomPreCommandInterceptorsTxRequired(), new RacedTasks()));
    engine.setCustomPreCommandInterceptorsTxRequiresNew(
        with(engine.getCustomPreCommandInterceptorsTxRequiresNew(), new RacedTasks()));
    engine.setCustomPostCommandInterceptorsTxRequired(
        extended(engine.getCustomPostCommandInterceptorsTxRequired(), feel));
    engine.setCustomPostCommandInterceptorsTxRequiresNew(
        extended(engine.getCustomPostCommandInterceptorsTxRequiresNew(), feel));
  }

  @Override
  public void postInit(ProcessEngineConfigurationImpl engine) {
    if (settings.frugal()) {
      FrugalEngine.finish(engine);
    }
    if (engine.getValueTypeResolver().typeForName(JsonValueType.TYPE.getName()) == null) {
      engine.getValueTypeResolver().addType(JsonValueType.TYPE);
    }
  }

  @Override
  public void postProcessEngineBuild(ProcessEngine engine) {
    LeftoverLocks.release((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration());
  }

  private void applySettings(ProcessEngineConfigurationImpl engine) {
    engine.setHistory(settings.history());
    // Removal times cost 41 row updates at the end of each process; clean-up goes by end time.
    engine.setHistoryRemovalTimeStrategy(
        ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    engine.setHistoryCleanupStrategy("endTimeBased");
    if (!settings.cleanupFrom().isEmpty()) {
      engine.setHistoryCleanupBatchWindowStartTime(settings.cleanupFrom());
      engine.setHistoryCleanupBatchWindowEndTime(settings.cleanupTo());
    }
    engine.setEnforceHistoryTimeToLive(true);
    engine.setJdbcBatchProcessing(true);
    engine.setFailedJobRetryTimeCycle(settings.retries());
    // The default refuses names with a hyphen, which most groups have.
    engine.setGeneralResourceWhitelistPattern("[a-zA-Z0-9_.@+-]+");
    engine.setDefaultUserPermissionNameForTask("TASK_WORK");
    engine.setQueryMaxResultsLimit(settings.maxResults());
    engine.setCmmnEnabled(false);
    engine.setStandaloneTasksEnabled(false);
    engine.setTaskMetricsEnabled(false);
    // A refusal is an answer; whoever called tells of real failures, and so does the job executor.
    engine.setEnableCmdExceptionLogging(false);
  }

  private void keepCodeOut(ProcessEngineConfigurationImpl engine) {
    engine.setExpressionManager(new SuiteExpressionManager(collaborators.beans()));
    // Stored filters need ${currentUser()}; what else they could reach is nothing.
    engine.setEnableExpressionsInStoredQueries(true);
    engine.setEnableExpressionsInAdhocQueries(false);
    engine.setScriptFactory(new NoScripts());
    engine.setScriptEngineResolver(new NoScriptEngines());
    engine.setArtifactFactory(new NoArtifacts());
    engine.setBpmnParseFactory(new CodeFreeParseFactory());
    engine.setJavaSerializationFormatEnabled(false);
    engine.setEnableXxeProcessing(false);
  }

  private static DefaultDmnEngineConfiguration decisions(SuiteFeelEngineFactory feel) {
    var decisions =
        (DefaultDmnEngineConfiguration)
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
    decisions.setFeelEngineFactory(feel);
    return decisions;
  }

  private MapBusinessCalendarManager calendars() {
    var calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar());
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
    calendars.addBusinessCalendar(
        CycleBusinessCalendar.NAME, new FactsCycleCalendar(collaborators.timerDates()));
    return calendars;
  }

  private static List<CommandInterceptor> with(
      List<CommandInterceptor> others, CommandInterceptor one) {
    List<CommandInterceptor> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    all.add(one);
    return all;
  }

  /** Each chain needs interceptors of its own: one knows only one successor. */
  private List<CommandInterceptor> extended(
      List<CommandInterceptor> others, SuiteFeelEngineFactory feel) {
    List<CommandInterceptor> all = others == null ? new ArrayList<>() : new ArrayList<>(others);
    if (settings.frugal()) {
      all.add(new ForgottenVariables());
    }
    all.add(new InternalCallInterceptor());
    all.add(new ReleaseGuard());
    all.add(new RecordProcessGuard(collaborators.ledger()));
    all.add(new VariableGuard(collaborators.ledger()));
    all.add(new RestrictionGuard(collaborators.audience()));
    all.add(new AccountGuard());
    all.add(new DutyGuard(collaborators.duties()));
    all.add(new RightsRecords(collaborators.ledger()));
    all.add(
        new FormInterceptor(
            new TaskForms(
                feel.createInstance(),
                collaborators.submittedForms(),
                collaborators.taskFacts(),
                collaborators.audience(),
                collaborators.duties())));
    all.add(new GoneTasks());
    // After the others: what they say of a task tells more than who has taken it.
    all.add(new TaskWorkGuard());
    all.add(new CompetenceGuard(collaborators.competences()));
    return all;
  }
}
