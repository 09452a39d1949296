package org.itsmsuite.engine.frugal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.engine.setup.EngineCollaborators;
import org.itsmsuite.engine.setup.EngineSettings;
import org.itsmsuite.engine.setup.InMemoryEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the engine is not asked is the same as if it had been. */
class FrugalEngineTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

  private TestEngine test;
  private ProcessEngine engine;
  private RuntimeService runtime;
  private TaskService tasks;
  private ManagementService management;

  @BeforeEach
  void start() {
    ClockUtil.setCurrentTime(Date.from(START));
    test = new TestEngine(engine -> engine.setAuthorizationEnabled(true));
    engine = test.engine;
    runtime = engine.getRuntimeService();
    tasks = engine.getTaskService();
    management = engine.getManagementService();
  }

  @AfterEach
  void stop() {
    test.close();
    ClockUtil.reset();
  }

  private static void after(Duration time) {
    ClockUtil.setCurrentTime(Date.from(START.plus(time)));
  }

  private void deployTask() {
    test.deploy(
        Bpmn.createExecutableProcess("work").startEvent().userTask("task").endEvent().done());
  }

  private Task task(ProcessInstance instance) {
    return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
  }

  @Nested
  class Rights {

    private Task task;

    @BeforeEach
    void grant() {
      deployTask();
      task = task(runtime.startProcessInstanceByKey("work"));
      right(Authorization.AUTH_TYPE_GRANT, null, "service-desk");
    }

    private void right(int type, String user, String group) {
      Authorization right = engine.getAuthorizationService().createNewAuthorization(type);
      right.setUserId(user);
      right.setGroupId(group);
      right.setResource(Resources.PROCESS_DEFINITION);
      right.setResourceId("work");
      for (var permission : List.of(Permissions.UPDATE_TASK, Permissions.READ_TASK)) {
        if (type == Authorization.AUTH_TYPE_GRANT) {
          right.addPermission(permission);
        } else {
          right.removePermission(permission);
        }
      }
      engine.getAuthorizationService().saveAuthorization(right);
    }

    private long listed() {
      return tasks.createTaskQuery().count();
    }

    @Test
    void ofOneOfSomebodysGroupsAreEnough() {
      test.as(
          "agent",
          List.of("nobody-knows", "service-desk"),
          () -> {
            assertThat(listed()).isOne();
            tasks.complete(task.getId());
          });
      assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void ofOtherGroupsAreNone() {
      for (List<String> groups : List.of(List.of("nobody-knows"), List.<String>of())) {
        test.as(
            "agent",
            groups,
            () -> {
              assertThat(listed()).isZero();
              assertThatThrownBy(() -> tasks.complete(task.getId()))
                  .isInstanceOf(AuthorizationException.class);
            });
      }
    }

    @Test
    void thatWereRevokedAreGone() {
      right(Authorization.AUTH_TYPE_REVOKE, "agent", null);
      test.as(
          "agent",
          List.of("service-desk"),
          () -> {
            assertThat(listed()).isZero();
            assertThatThrownBy(() -> tasks.complete(task.getId()))
                .isInstanceOf(AuthorizationException.class);
          });
    }
  }

  @Nested
  class Jobs {

    private boolean ill = true;

    @PublishedToModels
    class MoodyDelegate implements JavaDelegate {
      @Override
      public void execute(DelegateExecution step) {
        if (ill) {
          throw new IllegalStateException();
        }
      }
    }

    @BeforeEach
    void start() {
      test.beans.put("moodyDelegate", new MoodyDelegate());
      test.deploy(
          Bpmn.createExecutableProcess("moody")
              .startEvent()
              .serviceTask("step")
              .camundaAsyncBefore()
              .camundaDelegateExpression("${moodyDelegate}")
              .userTask("task")
              .endEvent()
              .done());
      runtime.startProcessInstanceByKey("moody");
    }

    private Job job() {
      return management.createJobQuery().singleResult();
    }

    private void failUntilNoRetryIsLeft() {
      while (job().getRetries() > 0) {
        assertThatThrownBy(() -> management.executeJob(job().getId()))
            .isInstanceOf(IllegalStateException.class);
      }
    }

    private long incidents() {
      return runtime.createIncidentQuery().count();
    }

    @Test
    void thatFailHaveAnIncidentUntilTheyAreDone() {
      failUntilNoRetryIsLeft();
      assertThat(incidents()).isOne();
      // For all jobs of the step at once, which by itself ends no incident.
      management.setJobRetriesByJobDefinitionId(job().getJobDefinitionId(), 1);
      ill = false;
      management.executeJob(job().getId());
      assertThat(incidents()).isZero();
      assertThat(engine.getHistoryService().createHistoricIncidentQuery().resolved().count())
          .isOne();
    }

    @Test
    void thatFailAndAreGivenUpLeaveNoIncident() {
      failUntilNoRetryIsLeft();
      management.deleteJob(job().getId());
      assertThat(incidents()).isZero();
    }

    @Test
    void thatFailedAreInTheLogWithTheReason() {
      assertThatThrownBy(() -> management.executeJob(job().getId()))
          .isInstanceOf(IllegalStateException.class);
      var log = engine.getHistoryService().createHistoricJobLogQuery().list();
      assertThat(log).singleElement().matches(entry -> entry.isFailureLog());
      assertThat(
              engine.getHistoryService().getHistoricJobLogExceptionStacktrace(log.get(0).getId()))
          .contains("MoodyDelegate.execute");
    }

    @Test
    void thatWereDoneAreInTheHistoryOfActivitiesOnly() {
      ill = false;
      management.executeJob(job().getId());
      assertThat(engine.getHistoryService().createHistoricJobLogQuery().count()).isZero();
      assertThat(
              engine
                  .getHistoryService()
                  .createHistoricActivityInstanceQuery()
                  .activityId("step")
                  .finished()
                  .count())
          .isOne();
    }
  }

  @Nested
  class History {

    @Test
    void knowsWhenATaskBeganAndHowLongItTook() {
      deployTask();
      ProcessInstance instance = runtime.startProcessInstanceByKey("work");
      String task = task(instance).getId();
      after(Duration.ofMinutes(1));
      tasks.setAssignee(task, "agent");
      assertTook(task, "agent", null);
      after(Duration.ofMinutes(5));
      tasks.complete(task);
      assertTook(task, "agent", Duration.ofMinutes(5));
      // As stored; a line that is read without a duration computes one.
      var history = engine.getHistoryService();
      assertThat(
              history
                  .createNativeHistoricTaskInstanceQuery()
                  .sql("select * from ACT_HI_TASKINST where DURATION_ = 300000")
                  .list())
          .hasSize(1);
      assertThat(
              history
                  .createNativeHistoricActivityInstanceQuery()
                  .sql("select * from ACT_HI_ACTINST where DURATION_ = 300000")
                  .list())
          .hasSize(1);
      var step = history.createHistoricActivityInstanceQuery().activityId("task").singleResult();
      assertThat(step.getAssignee()).isEqualTo("agent");
      assertThat(step.getStartTime()).isEqualTo(START);
      assertThat(step.getDurationInMillis()).isEqualTo(Duration.ofMinutes(5).toMillis());
      var all = history.createHistoricProcessInstanceQuery().singleResult();
      assertThat(all.getStartTime()).isEqualTo(START);
      assertThat(all.getDurationInMillis()).isEqualTo(Duration.ofMinutes(5).toMillis());
    }

    private void assertTook(String id, String assignee, Duration took) {
      HistoricTaskInstance task =
          engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(id).singleResult();
      assertThat(task.getAssignee()).isEqualTo(assignee);
      assertThat(task.getStartTime()).isEqualTo(START);
      assertThat(task.getDurationInMillis()).isEqualTo(took == null ? null : took.toMillis());
    }
  }

  @Nested
  class SignalsThrownAsynchronously {

    @Test
    void areRefusedSoThatNoJobDeliversThem() {
      var model =
          Bpmn.createExecutableProcess("throwing")
              .startEvent()
              .intermediateThrowEvent("thrown")
              .signal("alarm")
              .endEvent()
              .done();
      model
          .getModelElementsByType(SignalEventDefinition.class)
          .forEach(thrown -> thrown.setCamundaAsync(true));
      assertThatThrownBy(() -> test.deploy(model)).hasMessageContaining("asynchronously");
      model
          .getModelElementsByType(SignalEventDefinition.class)
          .forEach(thrown -> thrown.setCamundaAsync(false));
      test.deploy(model);
    }
  }

  @Nested
  class TasksUnderAnother {

    @Test
    void outliveIt() {
      deployTask();
      ProcessInstance upper = runtime.startProcessInstanceByKey("work");
      ProcessInstance lower = runtime.startProcessInstanceByKey("work");
      Task under = task(lower);
      under.setParentTaskId(task(upper).getId());
      tasks.saveTask(under);
      tasks.complete(task(upper).getId());
      tasks.complete(task(lower).getId());
      assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }
  }

  @Nested
  class Tables {

    private static final String TABLE =
        """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d"
            namespace="test"><decision id="table" name="table"
            xmlns:camunda="http://camunda.org/schema/1.0/dmn" camunda:historyTimeToLive="1">
          <decisionTable id="t"><output id="o" name="answer" typeRef="string"/>
            <rule id="r"><outputEntry id="e"><text>"%s"</text></outputEntry></rule>
          </decisionTable></decision></definitions>
        """;

    private void release(String answer) {
      var model =
          Bpmn.createExecutableProcess("deciding")
              .startEvent()
              .userTask("wait")
              .businessRuleTask("decide")
              .camundaDecisionRef("table")
              .camundaDecisionRefBinding("deployment")
              .camundaResultVariable("answer")
              .camundaMapDecisionResult("singleEntry")
              .userTask("end")
              .endEvent()
              .done();
      test.deploy(Map.of("a.bpmn", Bpmn.convertToString(model), "a.dmn", TABLE.formatted(answer)));
    }

    private Object decided(ProcessInstance instance) {
      tasks.complete(task(instance).getId());
      return EngineCalls.internally(() -> runtime.getVariable(instance.getId(), "answer"));
    }

    @Test
    void areThoseOfTheReleaseThatTheProcessWasStartedWith() {
      release("old");
      var first = runtime.startProcessInstanceByKey("deciding");
      var second = runtime.startProcessInstanceByKey("deciding");
      assertThat(decided(first)).isEqualTo("old");
      release("new");
      assertThat(decided(second)).isEqualTo("old");
      var third = runtime.startProcessInstanceByKey("deciding");
      assertThat(decided(third)).isEqualTo("new");
      // A definition that the engine has dropped from its memory is read again.
      test.configuration().getDeploymentCache().discardDecisionDefinitionCache();
      assertThat(decided(runtime.startProcessInstanceByKey("deciding"))).isEqualTo("new");
    }
  }

  @Nested
  class TransientVariables {

    /** A condition holds when it is looked at again. */
    @PublishedToModels
    static class Seen {
      private boolean before;

      @PublishedToModels
      public boolean again(DelegateExecution step) {
        boolean again = before;
        before = true;
        return again;
      }
    }

    @Test
    void areForgottenAndOthersStay() {
      deployTask();
      var variables =
          Variables.putValue("kept", 1)
              .putValueTyped("gone", Variables.stringValue("only now", true));
      var instance =
          EngineCalls.internally(() -> runtime.startProcessInstanceByKey("work", variables));
      assertThat(EngineCalls.internally(() -> runtime.getVariables(instance.getId())))
          .isEqualTo(Map.of("kept", 1));
    }

    @Test
    void setOffNoConditionWhenTheyAreForgotten() {
      var model =
          Bpmn.createExecutableProcess("conditions")
              .startEvent()
              .userTask("task")
              .boundaryEvent("changed")
              .condition("${seen.again(execution)}")
              .userTask("changedTask")
              .endEvent()
              .moveToActivity("task")
              .endEvent()
              .done();
      test.beans.put("seen", new Seen());
      test.deploy(model);
      var variables = Variables.putValueTyped("gone", Variables.stringValue("only now", true));
      var instance =
          EngineCalls.internally(() -> runtime.startProcessInstanceByKey("conditions", variables));
      assertThat(task(instance).getTaskDefinitionKey()).isEqualTo("task");
    }
  }

  @Test
  void switchedOffItIsTheEngineAsItComes() {
    var settings = new EngineSettings("full", "", "", Integer.MAX_VALUE, "PT10S", false);
    var collaborators = EngineCollaborators.of(name -> null, TestEngine.recording(List.of()));
    ProcessEngine plain = InMemoryEngine.start(collaborators, settings);
    try {
      var model =
          Bpmn.createExecutableProcess("p").startEvent().camundaAsyncAfter().endEvent().done();
      EngineCalls.releasing(
          () ->
              plain
                  .getRepositoryService()
                  .createDeployment()
                  .addModelInstance("p.bpmn", model)
                  .deploy());
      plain.getRuntimeService().startProcessInstanceByKey("p");
      var job = plain.getManagementService().createJobQuery().singleResult();
      plain.getManagementService().executeJob(job.getId());
      assertThat(plain.getHistoryService().createHistoricJobLogQuery().count()).isEqualTo(2);
    } finally {
      InMemoryEngine.stop(plain);
    }
  }
}
