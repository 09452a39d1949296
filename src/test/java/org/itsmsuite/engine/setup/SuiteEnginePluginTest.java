package org.itsmsuite.engine.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SuiteEnginePluginTest {

  @Nested
  class Settings {

    @Test
    void areTheDecidedOnes() {
      try (var test = new TestEngine()) {
        ProcessEngineConfigurationImpl engine = test.configuration();
        assertThat(engine.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(engine.getHistoryRemovalTimeStrategy()).isEqualTo("none");
        assertThat(engine.getHistoryCleanupStrategy()).isEqualTo("endTimeBased");
        assertThat(engine.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(engine.isJdbcBatchProcessing()).isTrue();
        assertThat(engine.isCmmnEnabled()).isFalse();
        assertThat(engine.getDefaultUserPermissionForTask().getName()).isEqualTo("TASK_WORK");
        assertThat(engine.getQueryMaxResultsLimit()).isEqualTo(Integer.MAX_VALUE);
      }
    }

    @Test
    void takeGroupsWithHyphens() {
      try (var test = new TestEngine()) {
        var identity = test.engine.getIdentityService();
        identity.saveGroup(identity.newGroup("service-desk"));
        assertThat(identity.createGroupQuery().groupId("service-desk").count()).isEqualTo(1);
      }
    }

    @Test
    void ofAReplayKeepNoHistory() {
      var collaborators = EngineCollaborators.of(name -> null, TestEngine.recording(List.of()));
      var engine = InMemoryEngine.start(collaborators, EngineSettings.forReplay());
      assertThat(
              ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                  .getHistoryLevel()
                  .getName())
          .isEqualTo("none");
      InMemoryEngine.stop(engine);
    }
  }

  @Nested
  class LocksThatAKilledProcessLeft {

    @Test
    void areFreedAtTheNextStart() {
      try (var test = new TestEngine()) {
        test.deploy(
            Bpmn.createExecutableProcess("locked")
                .startEvent()
                .serviceTask()
                .camundaAsyncBefore()
                .camundaExpression("${1}")
                .endEvent()
                .done());
        String job =
            EngineCalls.internally(
                () -> {
                  test.engine.getRuntimeService().startProcessInstanceByKey("locked");
                  return test.engine.getManagementService().createJobQuery().singleResult().getId();
                });
        lock(test, job, "a process long gone");
        LeftoverLocks.release(test.configuration());
        assertThat(owner(test, job)).isNull();
        String own = test.configuration().getJobExecutor().getLockOwner();
        lock(test, job, own);
        LeftoverLocks.release(test.configuration());
        assertThat(owner(test, job)).isEqualTo(own);
      }
    }

    private static void lock(TestEngine test, String job, String owner) {
      test.configuration()
          .getCommandExecutorTxRequired()
          .execute(
              context -> {
                JobEntity entity = context.getJobManager().findJobById(job);
                entity.setLockOwner(owner);
                entity.setLockExpirationTime(Date.from(Instant.parse("2999-01-01T00:00:00Z")));
                return null;
              });
    }

    private static String owner(TestEngine test, String job) {
      return test.configuration()
          .getCommandExecutorTxRequired()
          .execute(context -> context.getJobManager().findJobById(job).getLockOwner());
    }
  }
}
