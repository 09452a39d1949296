package org.itsmsuite.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.itsmsuite.competence.Competences;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.duty.Duties;
import org.itsmsuite.engine.setup.EngineCollaborators;
import org.itsmsuite.engine.setup.EngineSettings;
import org.itsmsuite.engine.setup.InMemoryEngine;
import org.itsmsuite.identity.Access;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.InMemoryRestrictions;

/** The suite's engine in memory with collaborators a test can watch. */
public class TestEngine implements AutoCloseable {

  public final Map<String, Object> beans = new ConcurrentHashMap<>();
  public final List<TimerDates> timerDates = new ArrayList<>();
  public final List<SubmittedForms> submittedForms = new ArrayList<>();
  public final List<TaskFacts> taskFacts = new ArrayList<>();
  public final List<Fact> ledger = new ArrayList<>();
  public final InMemoryRestrictions restrictions =
      new InMemoryRestrictions(Access.read(new FolderContent(Path.of(""))), new EngineClock());

  /** None, until a test puts one in. */
  public final AtomicReference<Duties> duties = new AtomicReference<>();

  public final AtomicReference<Competences> competences = new AtomicReference<>();

  public final ProcessEngine engine;

  public TestEngine() {
    this(configuration -> {});
  }

  public TestEngine(Consumer<ProcessEngineConfigurationImpl> change) {
    var configuration =
        InMemoryEngine.configuration(
            new EngineCollaborators(
                beans::get,
                () -> timerDates,
                () -> submittedForms,
                () -> taskFacts,
                () -> recording(ledger),
                new RecordAudience(() -> restrictions, () -> new Custodian("security-team")),
                duties::get,
                competences::get),
            EngineSettings.forTests());
    change.accept(configuration);
    engine = configuration.buildProcessEngine();
  }

  public static Ledger recording(List<Fact> facts) {
    return new Ledger() {
      @Override
      public void write(Fact fact) {
        facts.add(fact);
      }

      @Override
      public List<LedgerEntry> of(String record) {
        throw new UnsupportedOperationException();
      }
    };
  }

  public ProcessEngineConfigurationImpl configuration() {
    return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
  }

  public String deploy(BpmnModelInstance model) {
    return EngineCalls.releasing(
        () ->
            engine
                .getRepositoryService()
                .createDeployment()
                .addModelInstance("test.bpmn", model)
                .deploy()
                .getId());
  }

  public String deploy(Map<String, String> files) {
    return EngineCalls.releasing(
        () -> {
          var deployment = engine.getRepositoryService().createDeployment();
          files.forEach(deployment::addString);
          return deployment.deploy().getId();
        });
  }

  /** Runs as a logged-in person. */
  public void as(String user, List<String> groups, Runnable action) {
    engine.getIdentityService().setAuthentication(user, groups);
    try {
      action.run();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  @Override
  public void close() {
    InMemoryEngine.stop(engine);
  }
}
