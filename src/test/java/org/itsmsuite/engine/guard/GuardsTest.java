package org.itsmsuite.engine.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.ledger.Fact;
import org.itsmsuite.ledger.Personal;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GuardsTest {

  private static final List<String> ADMIN = List.of("camunda-admin");
  private static final List<String> STAFF = List.of("service-desk");
  private static final BpmnModelInstance MODEL =
      Bpmn.createExecutableProcess("guarded")
          .startEvent()
          .message("test.reported")
          .userTask("work")
          .boundaryEvent("replied")
          .cancelActivity(false)
          .message("test.replied")
          .endEvent()
          .moveToActivity("work")
          .boundaryEvent("cancelled")
          .message("test.cancelled")
          .endEvent()
          .moveToActivity("work")
          .endEvent("end")
          .done();

  private static TestEngine test;
  private static RuntimeService runtime;
  private static RepositoryService repository;

  @PublishedToModels
  static class WritingDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution step) {
      var services = step.getProcessEngineServices();
      services.getRuntimeService().setVariable(step.getId(), "byDelegate", 1);
    }
  }

  @BeforeAll
  static void start() {
    test = new TestEngine();
    runtime = test.engine.getRuntimeService();
    repository = test.engine.getRepositoryService();
    test.deploy(MODEL);
    var identity = test.engine.getIdentityService();
    identity.saveGroup(identity.newGroup("service-desk"));
    identity.saveUser(identity.newUser("agent"));
    identity.saveUser(identity.newUser("specialist"));
    identity.createMembership("agent", "service-desk");
    test.beans.put("writingDelegate", new WritingDelegate());
    test.deploy(
        Bpmn.createExecutableProcess("writing")
            .startEvent()
            .serviceTask()
            .camundaDelegateExpression("${writingDelegate}")
            .userTask()
            .endEvent()
            .done());
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  private static ProcessInstance instance() {
    return instance("INC-000001");
  }

  private static ProcessInstance instance(String number) {
    return EngineCalls.internally(
        () -> runtime.startProcessInstanceByMessage("test.reported", number));
  }

  private static Task task(ProcessInstance instance) {
    return test.engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(instance.getId())
        .singleResult();
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class Models {

    List<Runnable> changesOfModels() {
      String deployment = repository.createDeploymentQuery().listPage(0, 1).get(0).getId();
      String definition =
          repository
              .createProcessDefinitionQuery()
              .processDefinitionKey("guarded")
              .singleResult()
              .getId();
      return List.of(
          () -> repository.createDeployment().addModelInstance("x.bpmn", MODEL).deploy(),
          () -> repository.deleteDeployment(deployment, true),
          () -> repository.deleteProcessDefinition(definition),
          () -> repository.deleteProcessDefinitions().byKey("guarded").delete(),
          () -> repository.deleteProcessDefinitions().byIds(definition).delete(),
          () -> repository.updateProcessDefinitionHistoryTimeToLive(definition, 1),
          () -> repository.updateDecisionDefinitionHistoryTimeToLive("any", 1));
    }

    @ParameterizedTest
    @MethodSource("changesOfModels")
    void changeOnlyByARelease(Runnable change) {
      assertThatThrownBy(() -> test.as("admin", ADMIN, change))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageStartingWith("engine.release-only: ")
          .hasMessageContaining("put the file under processes/")
          .hasCauseInstanceOf(Refusal.class);
    }

    @Test
    void areDeployedByTheReleaseStep() {
      assertThatCode(() -> test.deploy(Bpmn.createExecutableProcess("other").startEvent().done()))
          .doesNotThrowAnyException();
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class VariablesOfAProcess {

    @BeforeEach
    void forget() {
      test.ledger.clear();
    }

    List<Runnable> writes() {
      ProcessInstance instance = instance();
      String id = instance.getId();
      String task = task(instance).getId();
      var tasks = test.engine.getTaskService();
      String event =
          runtime
              .createEventSubscriptionQuery()
              .processInstanceId(id)
              .eventName("test.replied")
              .singleResult()
              .getExecutionId();
      return List.of(
          () -> runtime.setVariable(id, "x", 1),
          () -> runtime.setVariables(id, Map.of("x", 1)),
          () -> runtime.setVariableLocal(id, "x", 1),
          () -> runtime.removeVariable(id, "x"),
          () -> runtime.setVariablesAsync(List.of(id), Map.of("x", 1)),
          () -> tasks.setVariable(task, "x", 1),
          () -> tasks.setVariablesLocal(task, Map.of("x", 1)),
          () -> tasks.removeVariables(task, List.of("x")),
          () -> runtime.startProcessInstanceByKey("guarded", Map.of("x", 1)),
          () ->
              runtime
                  .createProcessInstanceByKey("guarded")
                  .startBeforeActivity("work")
                  .setVariable("x", 1)
                  .execute(),
          () -> runtime.correlateMessage("test.replied", "INC-000001", Map.of("x", 1)),
          () ->
              runtime
                  .createMessageCorrelation("test.replied")
                  .processInstanceId(id)
                  .setVariableLocal("x", 1)
                  .correlate(),
          () -> runtime.startProcessInstanceByMessage("test.reported", Map.of("x", 1)),
          () -> runtime.messageEventReceived("test.replied", event, Map.of("x", 1)),
          () -> runtime.createSignalEvent("any").setVariables(Map.of("x", 1)).send(),
          () -> runtime.signal(event, Map.of("x", 1)),
          () ->
              runtime
                  .createProcessInstanceModification(id)
                  .startBeforeActivity("work")
                  .setVariable("x", 1)
                  .execute(),
          () -> runtime.createConditionEvaluation().setVariable("x", 1).evaluateStartConditions(),
          () ->
              test.engine
                  .getFormService()
                  .submitStartForm(instance.getProcessDefinitionId(), Map.of("x", 1)));
    }

    @ParameterizedTest
    @MethodSource("writes")
    void areNotWrittenByPeople(Runnable write) {
      assertThatThrownBy(() -> test.as("agent", STAFF, write))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageStartingWith("engine.variables-read-only: ");
      assertThat(test.ledger).isEmpty();
    }

    @Test
    void areWrittenByAdministratorsAndRecorded() {
      ProcessInstance instance = instance();
      runtime.setVariable(instance.getId(), "group", "service-desk");
      test.as(
          "admin",
          ADMIN,
          () ->
              runtime.setVariables(
                  instance.getId(),
                  Variables.putValue("group", "second-level").putValue("level", 2)));
      assertThat(test.ledger).hasSize(1);
      Fact fact = test.ledger.get(0);
      assertThat(fact.record()).isEqualTo("INC-000001");
      assertThat(fact.what()).isEqualTo("engine.variablesWritten");
      assertThat(fact.process()).isEqualTo("guarded:1");
      assertThat(fact.before()).containsEntry("group", Personal.of("service-desk"));
      assertThat(fact.after())
          .containsEntry("group", Personal.of("second-level"))
          .containsEntry("level", Personal.of(2))
          .containsEntry("command", "SetExecutionVariablesCmd");
      assertThat(runtime.getVariable(instance.getId(), "group")).isEqualTo("second-level");
    }

    @Test
    void ofATaskAreRecordedWithWhatTheyWereThere() {
      ProcessInstance instance = instance();
      String task = task(instance).getId();
      runtime.setVariable(instance.getId(), "x", "of the process");
      test.engine.getTaskService().setVariableLocal(task, "x", "of the task");
      test.as(
          "admin", ADMIN, () -> test.engine.getTaskService().setVariableLocal(task, "x", "new"));
      assertThat(test.ledger).hasSize(1);
      Fact fact = test.ledger.get(0);
      assertThat(fact.record()).isEqualTo("INC-000001");
      assertThat(fact.before()).containsEntry("x", Personal.of("of the task"));
      assertThat(fact.after()).containsEntry("x", Personal.of("new"));
    }

    @Test
    void areWrittenByTheSuitesOwnCodeForAPerson() {
      ProcessInstance instance = instance();
      test.as(
          "agent",
          STAFF,
          () -> EngineCalls.internally(() -> runtime.setVariable(instance.getId(), "x", 1)));
      assertThat(runtime.getVariable(instance.getId(), "x")).isEqualTo(1);
      assertThat(test.ledger).isEmpty();
    }

    @Test
    void areWrittenByDelegatesWhilePeopleAct() {
      test.as("agent", STAFF, () -> runtime.startProcessInstanceByKey("writing"));
      assertThat(runtime.createVariableInstanceQuery().variableName("byDelegate").count())
          .isEqualTo(1);
    }

    @Test
    void areNotNeededForAMessage() {
      instance();
      test.as(
          "agent",
          STAFF,
          () ->
              assertThatCode(
                      () ->
                          runtime
                              .createMessageCorrelation("test.replied")
                              .processInstanceId(instance().getId())
                              .correlate())
                  .doesNotThrowAnyException());
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class ProcessesOfRecords {

    @BeforeEach
    void forget() {
      test.ledger.clear();
    }

    List<Runnable> deletions() {
      String id = instance().getId();
      var history = test.engine.getHistoryService();
      return List.of(
          () -> runtime.deleteProcessInstance(id, "away with it"),
          () -> runtime.deleteProcessInstances(List.of(id), "away with it", true, true),
          () -> runtime.deleteProcessInstancesAsync(List.of(id), "away with it"),
          () -> history.deleteHistoricProcessInstance(id),
          () -> history.deleteHistoricProcessInstancesAsync(List.of(id), "away with it"),
          () -> history.deleteHistoricTaskInstance("any"),
          () -> history.deleteHistoricVariableInstancesByProcessInstanceId(id),
          () -> history.deleteUserOperationLogEntry("any"),
          () -> test.engine.getManagementService().deleteJob("any"));
    }

    @ParameterizedTest
    @MethodSource("deletions")
    void areNotDeletedByHandNorIsTheirHistory(Runnable deletion) {
      assertThatThrownBy(() -> test.as("admin", ADMIN, deletion))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageStartingWith("engine.record-kept: ")
          .hasCauseInstanceOf(Refusal.class);
    }

    List<Runnable> movesThatLeaveNothing() {
      String id = instance().getId();
      String definition = definition();
      String work = runtime.getActivityInstance(id).getActivityInstances("work")[0].getId();
      String event = event(id);
      return List.of(
          () -> move(id).cancelAllForActivity("work").execute(),
          () -> move(id).cancelActivityInstance(work).execute(),
          () -> move(id).cancelAllForActivity("work").execute(true, true),
          () -> move(id).startBeforeActivity("end").cancelAllForActivity("work").execute(),
          () ->
              runtime
                  .createModification(definition)
                  .cancelAllForActivity("work")
                  .processInstanceIds(id)
                  .execute(),
          () -> runtime.messageEventReceived("test.cancelled", event),
          () ->
              runtime.createMessageCorrelation("test.cancelled").processInstanceId(id).correlate());
    }

    private ProcessInstanceModificationBuilder move(String id) {
      return runtime.createProcessInstanceModification(id);
    }

    private String definition() {
      return repository
          .createProcessDefinitionQuery()
          .processDefinitionKey("guarded")
          .singleResult()
          .getId();
    }

    private String event(String id) {
      return runtime
          .createEventSubscriptionQuery()
          .processInstanceId(id)
          .eventName("test.cancelled")
          .singleResult()
          .getExecutionId();
    }

    @ParameterizedTest
    @MethodSource("movesThatLeaveNothing")
    void areNotEndedByMovingThem(Runnable move) {
      long running = runtime.createProcessInstanceQuery().processDefinitionKey("guarded").count();
      assertThatThrownBy(() -> test.as("admin", ADMIN, move))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageStartingWith("engine.record-kept: ")
          .hasCauseInstanceOf(Refusal.class);
      assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("guarded").count())
          .isEqualTo(running);
    }

    List<Consumer<String>> movesInTheBackground() {
      return List.of(
          id -> move(id).cancelAllForActivity("work").executeAsync(),
          id ->
              runtime
                  .createModification(definition())
                  .cancelAllForActivity("work")
                  .processInstanceIds(id)
                  .executeAsync(),
          id ->
              runtime
                  .createMessageCorrelationAsync("test.cancelled")
                  .processInstanceIds(List.of(id))
                  .correlateAllAsync());
    }

    @ParameterizedTest
    @MethodSource("movesInTheBackground")
    void areNotEndedByMovingThemInTheBackground(Consumer<String> move) {
      String id = instance().getId();
      test.as("admin", ADMIN, () -> move.accept(id));

      var refused = new ArrayList<String>();
      for (int round = 0; round < 3; round++) {
        test.engine.getManagementService().createJobQuery().withRetriesLeft().list().stream()
            .filter(job -> job.getExceptionMessage() == null)
            .forEach(job -> execute(job.getId(), refused));
      }

      assertThat(refused).singleElement().asString().startsWith("engine.record-kept: ");
      assertThat(runtime.createProcessInstanceQuery().processInstanceId(id).count()).isEqualTo(1);
      runtime
          .createProcessInstanceQuery()
          .list()
          .forEach(
              one ->
                  EngineCalls.internally(() -> runtime.deleteProcessInstance(one.getId(), "done")));
    }

    private void execute(String job, List<String> refused) {
      try {
        test.engine.getManagementService().executeJob(job);
      } catch (RuntimeException failed) {
        refused.add(failed.getMessage());
      }
    }

    @Test
    void areMovedInTheBackgroundWithAFactOnEach() {
      String id = instance("INC-3").getId();
      test.as(
          "admin",
          ADMIN,
          () ->
              runtime
                  .createModification(definition())
                  .startBeforeActivity("work")
                  .processInstanceQuery(
                      runtime.createProcessInstanceQuery().processInstanceBusinessKey("INC-3"))
                  .executeAsync());

      var failed = new ArrayList<String>();
      for (int round = 0; round < 3; round++) {
        test.engine.getManagementService().createJobQuery().withRetriesLeft().list().stream()
            .filter(job -> job.getExceptionMessage() == null)
            .forEach(job -> execute(job.getId(), failed));
      }

      assertThat(failed).isEmpty();
      assertThat(runtime.getActivityInstance(id).getActivityInstances("work")).hasSize(2);
      assertThat(test.ledger)
          .extracting(Fact::record, Fact::what)
          .contains(tuple("INC-3", "engine.repaired"));
    }

    @Test
    void areMovedManyAtOnceWithAFactOnEach() {
      List<String> ids = List.of(instance("INC-1").getId(), instance("INC-2").getId());
      test.as(
          "admin",
          ADMIN,
          () -> {
            runtime.updateProcessInstanceSuspensionState().byProcessInstanceIds(ids).suspend();
            runtime.setVariablesAsync(ids, Map.of("x", 1));
          });
      assertThat(test.ledger)
          .extracting(Fact::record, Fact::what)
          .containsExactly(
              tuple("INC-1", "engine.repaired"),
              tuple("INC-2", "engine.repaired"),
              tuple("INC-1", "engine.variablesWritten"),
              tuple("INC-2", "engine.variablesWritten"));
    }

    List<Runnable> repairs() {
      String id = instance().getId();
      return List.of(
          () -> runtime.suspendProcessInstanceById(id),
          () -> runtime.activateProcessInstanceById(id),
          () ->
              runtime.createProcessInstanceModification(id).startBeforeActivity("work").execute());
    }

    @ParameterizedTest
    @MethodSource("repairs")
    void areRepairedByAdministratorsAndItIsAFact(Runnable repair) {
      test.as("admin", ADMIN, repair);
      assertThat(test.ledger)
          .extracting(Fact::record, Fact::what)
          .contains(tuple("INC-000001", "engine.repaired"));
    }

    @Test
    void areEndedByTheSuitesOwnCode() {
      ProcessInstance instance = instance();
      test.as(
          "agent",
          STAFF,
          () ->
              EngineCalls.internally(() -> runtime.deleteProcessInstance(instance.getId(), "end")));
      assertThat(test.ledger).isEmpty();
    }
  }

  @Nested
  class WorkOnTasks {

    private final TaskService tasks = test.engine.getTaskService();
    private final Task task = task(instance());

    @BeforeEach
    void offerIt() {
      tasks.addCandidateGroup(task.getId(), "service-desk");
    }

    private void isRefused(String account, List<String> groups, String key, Runnable work) {
      assertThatThrownBy(() -> test.as(account, groups, work)).hasMessageStartingWith(key + ": ");
    }

    @Test
    void isDoneByThoseItIsOfferedToAsLongAsNobodyHasTakenIt() {
      test.as("agent", STAFF, () -> tasks.complete(task.getId()));
      assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isZero();
    }

    @Test
    void isDoneByWhoeverHasTakenItAndNobodyElse() {
      test.as("agent", STAFF, () -> tasks.claim(task.getId(), "agent"));
      isRefused("colleague", STAFF, "task.taken", () -> tasks.complete(task.getId()));
      isRefused("colleague", STAFF, "task.taken", () -> tasks.claim(task.getId(), "colleague"));
      isRefused("admin", ADMIN, "task.taken", () -> tasks.complete(task.getId()));
      test.as("agent", STAFF, () -> tasks.complete(task.getId()));
    }

    @Test
    void isTakenForNobodyElse() {
      isRefused(
          "agent", STAFF, "task.claim-for-oneself", () -> tasks.claim(task.getId(), "specialist"));
      isRefused(
          "admin",
          ADMIN,
          "task.not-offered-to-them",
          () -> tasks.claim(task.getId(), "specialist"));
    }

    @Test
    void isGivenBackByWhoeverHasItAsLongAsItIsOfferedToSomebody() {
      test.as("agent", STAFF, () -> tasks.claim(task.getId(), "agent"));
      test.as("agent", STAFF, () -> tasks.setAssignee(task.getId(), null));
      assertThat(open(task.getProcessInstanceId()).getAssignee()).isNull();

      test.as("agent", STAFF, () -> tasks.claim(task.getId(), "agent"));
      tasks.deleteCandidateGroup(task.getId(), "service-desk");
      isRefused(
          "agent",
          STAFF,
          "task.offered-to-nobody-else",
          () -> tasks.setAssignee(task.getId(), null));
    }

    @Test
    void isNotGivenAwayByARightThatSomebodyGotInAdmin() {
      // Whoever may assign tasks, and is offered none of them.
      isRefused(
          "dispatcher",
          List.of("dispatchers"),
          "task.claim-for-oneself",
          () -> tasks.setAssignee(task.getId(), "agent"));
      isRefused(
          "dispatcher",
          List.of("dispatchers"),
          "task.not-offered",
          () -> tasks.setAssignee(task.getId(), "dispatcher"));
    }

    private Task open(String instance) {
      return tasks.createTaskQuery().processInstanceId(instance).singleResult();
    }

    @Test
    void isNotDoneByAdministratorsItIsNotOfferedTo() {
      isRefused("admin", ADMIN, "task.not-offered", () -> tasks.complete(task.getId()));
      isRefused("admin", ADMIN, "task.not-offered", () -> tasks.claim(task.getId(), "admin"));
      isRefused("admin", ADMIN, "task.not-offered", () -> tasks.setAssignee(task.getId(), "admin"));
    }

    @Test
    void isGivenToOthersByAdministratorsIfItIsOfferedToThem() {
      isRefused(
          "admin",
          ADMIN,
          "task.not-offered-to-them",
          () -> tasks.setAssignee(task.getId(), "specialist"));
      isRefused(
          "admin", ADMIN, "task.not-offered-to-them", () -> tasks.setOwner(task.getId(), "nobody"));
      test.as("admin", ADMIN, () -> tasks.setAssignee(task.getId(), "agent"));
      test.as("agent", STAFF, () -> tasks.complete(task.getId()));
    }
  }

  @Nested
  class InternalCalls {

    @Test
    void needNoAuthorizationOfTheEngine() {
      try (var guarded = new TestEngine(engine -> engine.setAuthorizationEnabled(true))) {
        guarded.deploy(MODEL);
        Runnable start =
            () -> guarded.engine.getRuntimeService().startProcessInstanceByKey("guarded");
        assertThatThrownBy(() -> guarded.as("requester", List.of("customers"), start))
            .isInstanceOf(AuthorizationException.class);
        guarded.as("requester", List.of("customers"), () -> EngineCalls.internally(start));
        assertThat(guarded.engine.getRuntimeService().createProcessInstanceQuery().count())
            .isEqualTo(1);
      }
    }

    @Test
    void endWithTheCallEvenIfItFails() {
      assertThatThrownBy(
              () ->
                  EngineCalls.internally(
                      () -> {
                        throw new IllegalStateException("failed");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(EngineCalls.isInternal()).isFalse();
    }
  }
}
