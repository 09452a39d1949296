package org.itsmsuite.sla.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine's side of word that is due: a timer that follows it, and a task of its own. */
class UpdateTasksProcessTest {

  private static final Instant NINE = Instant.parse("2026-03-02T08:00:00Z");
  private static final InMemoryDesk DESK = InMemoryDesk.open(new FolderContent(Path.of("")));
  private static int records;

  private String record;
  private String run;

  @AfterAll
  static void close() {
    DESK.close();
  }

  /** Work goes on beside the next word, and both begin when the first task is done. */
  @BeforeEach
  void aRecordWithClocks() {
    var model =
        Bpmn.createExecutableProcess("updates")
            .camundaHistoryTimeToLive(1)
            .startEvent()
            .subProcess("handle")
            .embeddedSubProcess()
            .startEvent()
            .userTask("prepare")
            .parallelGateway("fork")
            .userTask("work")
            .camundaDueDate("${sla.taskDue(execution)}")
            .endEvent()
            .moveToNode("fork")
            .userTask("nextUpdate")
            .camundaDueDate("${sla.updateDue(execution)}")
            .endEvent()
            .subProcessDone()
            .endEvent()
            .moveToActivity("handle")
            .boundaryEvent("updateDue")
            .cancelActivity(false)
            .timerWithCycle("${sla.milestones(execution, 'update')}")
            .endEvent()
            .done();
    EngineCalls.releasing(
        () ->
            DESK.engine()
                .getRepositoryService()
                .createDeployment()
                .addModelInstance("updates.bpmn", model)
                .deploy());
    record = "INC-%06d".formatted(++records);
    DESK.at(NINE);
    run = DESK.engine().getRuntimeService().startProcessInstanceByKey("updates", record).getId();
    DESK.clocks().start(promise());
    DESK.clocks().keepUpdating(promise(), Duration.ofMinutes(20), "around-the-clock");
  }

  private Promise promise() {
    String bundle =
        DESK.engine()
            .getRepositoryService()
            .createDecisionDefinitionQuery()
            .decisionDefinitionKey("escalation")
            .latestVersion()
            .singleResult()
            .getDeploymentId();
    return new Promise(record, run, bundle, "email", "north-office", "P2", 1, NINE);
  }

  private Task task(String key) {
    return DESK.engine()
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(run)
        .taskDefinitionKey(key)
        .singleResult();
  }

  private void prepared() {
    DESK.engine().getTaskService().complete(task("prepare").getId());
  }

  private Instant timer() {
    return ((TimerEntity)
            DESK.engine()
                .getManagementService()
                .createJobQuery()
                .processInstanceId(run)
                .singleResult())
        .getDuedate()
        .toInstant();
  }

  private static Date at(String instant) {
    return Date.from(Instant.parse(instant));
  }

  @Test
  void theTaskThatGivesTheNextWordIsDueWithItAndTheWorkIsNot() {
    prepared();

    assertThat(task("nextUpdate").getDueDate()).isEqualTo(at("2026-03-02T08:20:00Z"));
    assertThat(task("work").getDueDate()).isEqualTo(at("2026-03-02T08:30:00Z"));
  }

  @Test
  void wordGivenMovesItsTaskAndItsTimerAndMeetsTheResponse() {
    prepared();
    DESK.at(NINE.plus(Duration.ofMinutes(10)));
    DESK.clocks().replied(record);

    assertThat(task("nextUpdate").getDueDate()).isEqualTo(at("2026-03-02T08:30:00Z"));
    assertThat(task("work").getDueDate()).isEqualTo(at("2026-03-02T16:00:00Z"));
    assertThat(timer()).isEqualTo("2026-03-02T08:25:00Z");
  }

  @Test
  void wordGivenInTheStepThatMakesTheTaskMovesItToo() {
    DESK.at(NINE.plus(Duration.ofMinutes(10)));
    ((ProcessEngineConfigurationImpl) DESK.engine().getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(
            command -> {
              prepared();
              DESK.clocks().replied(record);
              return null;
            });

    assertThat(task("nextUpdate").getDueDate()).isEqualTo(at("2026-03-02T08:30:00Z"));
    assertThat(task("work").getDueDate()).isEqualTo(at("2026-03-02T16:00:00Z"));
  }

  @Test
  void aTaskThatIsLeftOverKeepsItsDueWhenNoMoreWordIsDue() {
    prepared();
    DESK.clocks().updatesEnded(record);

    assertThat(task("nextUpdate").getDueDate()).isEqualTo(at("2026-03-02T08:20:00Z"));
  }

  @Test
  void theTimerRestsWhenNoMoreWordIsDue() {
    DESK.clocks().updatesEnded(record);

    assertThat(timer()).isEqualTo("9999-01-01T00:00:00Z");
  }
}
