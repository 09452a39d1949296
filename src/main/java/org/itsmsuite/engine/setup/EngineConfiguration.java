package org.itsmsuite.engine.setup;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.engine.SubmittedForms;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.engine.TimerDates;
import org.itsmsuite.engine.decision.EngineDecisions;
import org.itsmsuite.engine.form.LedgerSubmittedForms;
import org.itsmsuite.engine.release.JdbcReleaseStore;
import org.itsmsuite.engine.release.ModelRelease;
import org.itsmsuite.engine.release.ReleaseStore;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.refusal.RefusalSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the engine together inside Spring, and releases what is new before the first request. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineSettings.class)
class EngineConfiguration {

  @Bean
  Clock clock() {
    return new EngineClock();
  }

  @Bean
  SuiteEnginePlugin suiteEnginePlugin(
      ListableBeanFactory beans,
      ObjectProvider<TimerDates> timers,
      ObjectProvider<SubmittedForms> forms,
      ObjectProvider<TaskFacts> facts,
      ObjectProvider<Ledger> ledger,
      EngineSettings settings) {
    return new SuiteEnginePlugin(
        new EngineCollaborators(
            name -> beans.containsBean(name) ? beans.getBean(name) : null,
            () -> timers.stream().toList(),
            () -> forms.stream().toList(),
            () -> facts.stream().toList(),
            ledger::getObject),
        settings);
  }

  @Bean
  EngineDecisions decisions(ProcessEngine engine) {
    return new EngineDecisions(engine);
  }

  @Bean
  SubmittedForms submittedForms(Ledger ledger) {
    return new LedgerSubmittedForms(ledger);
  }

  @Bean
  ReleaseStore releaseStore(JdbcClient jdbc) {
    return new JdbcReleaseStore(jdbc);
  }

  @Bean
  RefusalSource formRefusals() {
    return failure ->
        failure instanceof FormRefused refused && refused.getCause() instanceof Refusal refusal
            ? Optional.of(refusal)
            : Optional.empty();
  }

  @Bean
  ModelRelease modelRelease(
      RepositoryService repository,
      ReleaseStore store,
      ObjectProvider<Ledger> ledger,
      ObjectProvider<CurrentUser> user,
      Clock clock,
      ObjectProvider<BuildProperties> build,
      PlatformTransactionManager transactions) {
    var properties = build.getIfAvailable();
    return new ModelRelease(
        repository,
        store,
        ledger::getObject,
        user::getObject,
        clock,
        properties == null ? "development" : properties.getVersion(),
        new TransactionTemplate(transactions));
  }

  /** New and changed bundles are released at every start, by checksum. */
  @Bean
  SmartInitializingSingleton releaseAtStart(ModelRelease release, ContentSource content) {
    return () -> release.releaseAll(content);
  }
}
