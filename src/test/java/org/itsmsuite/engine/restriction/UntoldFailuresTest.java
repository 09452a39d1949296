package org.itsmsuite.engine.restriction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the engine keeps of a job that failed. */
class UntoldFailuresTest {

  private static final String TITLE = "Somebody copied the payroll";

  private static TestEngine test;

  @PublishedToModels
  static class Desk {
    @PublishedToModels
    public String title() {
      throw new IllegalStateException(
          "Not saved", new IllegalArgumentException("Value too long: " + TITLE));
    }
  }

  @BeforeAll
  static void start() {
    test = new TestEngine();
    test.beans.put("desk", new Desk());
    test.deploy(
        Bpmn.createExecutableProcess("failing")
            .startEvent()
            .serviceTask("work")
            .camundaAsyncBefore()
            .camundaExpression("${desk.title()}")
            .endEvent()
            .done());
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void restrict() {
    test.restrictions.clear();
    test.restrictions.restrict("INC-1");
  }

  /** All texts that the engine keeps of it: with the job, its incident and its log. */
  private static String kept(String record) {
    var run = test.engine.getRuntimeService().startProcessInstanceByKey("failing", record);
    ManagementService jobs = test.engine.getManagementService();
    return EngineCalls.internally(
        () -> {
          String job = jobs.createJobQuery().processInstanceId(run.getId()).singleResult().getId();
          // The first attempt sets how many follow.
          assertThatThrownBy(() -> jobs.executeJob(job)).isNotNull();
          jobs.setJobRetries(job, 1);
          assertThatThrownBy(() -> jobs.executeJob(job)).isNotNull();
          var failed = jobs.createJobQuery().jobId(job).singleResult();
          assertThat(failed.getRetries()).isZero();
          var history = test.engine.getHistoryService();
          var log = history.createHistoricJobLogQuery().jobId(job).failureLog().list().get(0);
          return failed.getExceptionMessage()
              + jobs.getJobExceptionStacktrace(job)
              + log.getJobExceptionMessage()
              + history.getHistoricJobLogExceptionStacktrace(log.getId())
              + test.engine
                  .getRuntimeService()
                  .createIncidentQuery()
                  .processInstanceId(run.getId())
                  .singleResult()
                  .getIncidentMessage();
        });
  }

  @Test
  void ofARestrictedRecordIsNothingThatStandsInIt() {
    assertThat(kept("INC-1"))
        .doesNotContain(TITLE)
        .contains("restricted record")
        .contains("caused by java.lang.IllegalArgumentException")
        .contains("UntoldFailuresTest$Desk.title");
  }

  @Test
  void ofOtherRecordsIsEverything() {
    assertThat(kept("INC-2")).contains(TITLE).doesNotContain("restricted record");
  }
}
