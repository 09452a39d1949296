package org.itsmsuite.engine.setup;

import java.time.Clock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.itsmsuite.competence.CompetenceRegister;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.duty.DutyRegister;
import org.itsmsuite.engine.DecisionTables;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.engine.RecordAudience;
import org.itsmsuite.engine.SubmittedForms;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.engine.decision.EngineDecisions;
import org.itsmsuite.engine.form.LedgerSubmittedForms;
import org.itsmsuite.engine.guard.CompetenceTasks;
import org.itsmsuite.engine.guard.DutyTasks;
import org.itsmsuite.engine.release.JdbcReleaseStore;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.engine.release.ReleaseCheck;
import org.itsmsuite.engine.release.ReleaseStore;
import org.itsmsuite.engine.restriction.RestrictedTasks;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.RefusalSource;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The engine inside of the application. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

  /**
   * Asks for everything late: delegates need the engine, and the engine names delegates. And once:
   * each step needs all of it.
   */
  @Bean
  ProcessEnginePlugin suiteEnginePlugin(
      ApplicationContext context,
      ObjectProvider<TimerDates> timerDates,
      ObjectProvider<SubmittedForms> submittedForms,
      ObjectProvider<TaskFacts> taskFacts,
      ObjectProvider<Ledger> ledger,
      RecordAudience audience,
      ObjectProvider<Duties> duties,
      ObjectProvider<Competences> competences,
      EngineSettings settings) {
    var collaborators =
        new EngineCollaborators(
            new PublishedSpringBeans(context),
            SingletonSupplier.of(() -> timerDates.orderedStream().toList()),
            SingletonSupplier.of(() -> submittedForms.orderedStream().toList()),
            SingletonSupplier.of(() -> taskFacts.orderedStream().toList()),
            SingletonSupplier.of(ledger::getObject),
            audience,
            SingletonSupplier.of(duties::getObject),
            SingletonSupplier.of(competences::getObject));
    return new SuiteEnginePlugin(collaborators, settings);
  }

  @Bean
  RecordAudience recordAudience(
      ObjectProvider<Restrictions> restrictions, ObjectProvider<Custodian> custodian) {
    return new RecordAudience(
        SingletonSupplier.of(restrictions::getIfAvailable),
        SingletonSupplier.of(custodian::getObject));
  }

  @Bean
  RestrictedTasks restrictedTasks(ProcessEngine engine, RecordAudience audience) {
    return new RestrictedTasks(engine, audience);
  }

  @Bean
  Clock engineClock() {
    return new EngineClock();
  }

  @Bean
  ReleaseCheck dutyTasksExist(DutyRegister register) {
    return new DutyTasks(register);
  }

  @Bean
  ReleaseCheck competenceTasksExist(CompetenceRegister register) {
    return new CompetenceTasks(register);
  }

  @Bean
  DecisionTables engineDecisions(ProcessEngine engine) {
    return new EngineDecisions(engine);
  }

  @Bean
  SubmittedForms submittedFormsToLedger(Ledger ledger) {
    return new LedgerSubmittedForms(ledger);
  }

  /** What the engine wrapped on its way out is still a refusal. */
  @Bean
  RefusalSource engineRefusals() {
    return EngineRefusals::in;
  }

  @Bean
  ReleaseStore releaseStore(JdbcClient jdbc) {
    return new JdbcReleaseStore(jdbc);
  }

  @Bean
  ModelRelease modelRelease(
      RepositoryService repository,
      ReleaseStore store,
      ObjectProvider<Ledger> ledger,
      ObjectProvider<CurrentUser> user,
      Clock clock,
      ObjectProvider<BuildProperties> build,
      PlatformTransactionManager transactions,
      ObjectProvider<ReleaseCheck> checks) {
    BuildProperties properties = build.getIfAvailable();
    return new ModelRelease(
        repository,
        store,
        ledger::getObject,
        user::getObject,
        clock,
        properties == null ? "unknown" : properties.getVersion(),
        new TransactionTemplate(transactions),
        () -> checks.orderedStream().toList());
  }

  /** Before the first request is served and before the first job runs. */
  @Bean
  @ConditionalOnProperty(name = "itsm.engine.release-at-start", matchIfMissing = true)
  SmartInitializingSingleton releaseAtStart(ModelRelease release, ContentSource content) {
    return () -> release.releaseAll(content);
  }
}
