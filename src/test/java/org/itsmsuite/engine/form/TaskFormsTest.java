package org.itsmsuite.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.engine.SubmittedForm;
import org.itsmsuite.engine.TaskFacts;
import org.itsmsuite.engine.TestEngine;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TaskFormsTest {

  private static final String FORM =
      """
      {"id": "triage", "type": "default", "schemaVersion": 16, "components": [
        {"type": "textfield", "key": "title", "label": "Title", "disabled": true},
        {"type": "select", "key": "impact", "label": "Impact", "validate": {"required": true},
         "values": [{"label": "High", "value": "HIGH"}, {"label": "Low", "value": "LOW"}]},
        {"type": "textarea", "key": "note", "label": "Note"},
        {"type": "taglist", "key": "tags", "values": [{"value": "a"}, {"value": "b"}]},
        {"type": "select", "key": "handOverTo", "valuesKey": "groups"}
      ]}
      """;

  private static TestEngine test;
  private static TaskService tasks;
  private final List<SubmittedForm> heard = new ArrayList<>();

  @BeforeAll
  static void start() {
    test = new TestEngine(configuration -> configuration.setAuthorizationEnabled(true));
    tasks = test.engine.getTaskService();
    test.deploy(
        Map.of(
            "forms/test/triage.form",
            FORM,
            "processes/test/triage.bpmn",
            Bpmn.convertToString(
                Bpmn.createExecutableProcess("test-triage")
                    .startEvent()
                    .userTask("userTask_triage")
                    .camundaFormRef("triage")
                    .camundaFormRefBinding("deployment")
                    .boundaryEvent("error")
                    .error("test.rejected")
                    .userTask("afterError")
                    .moveToActivity("userTask_triage")
                    .boundaryEvent("escalation")
                    .escalation("test.escalated")
                    .userTask("afterEscalation")
                    .moveToActivity("userTask_triage")
                    .serviceTask("route")
                    .camundaExpression("${impact == 'HIGH' ? 'urgent' : note}")
                    .camundaResultVariable("routed")
                    .userTask("userTask_plain")
                    .endEvent()
                    .done())));
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void listen() {
    test.submittedForms.add(heard::add);
    test.taskFacts.add(
        new TaskFacts() {
          @Override
          public boolean knows(String processKey) {
            return processKey.equals("test-triage");
          }

          @Override
          public Map<String, Object> of(String record, String taskKey) {
            var facts = new HashMap<String, Object>();
            facts.put("title", record + " at " + taskKey);
            facts.put("note", null);
            facts.put("groups", List.of("second-level", "third-level"));
            facts.put("secret", "not in the form");
            return facts;
          }
        });
  }

  @AfterEach
  void forget() {
    test.submittedForms.clear();
    test.taskFacts.clear();
  }

  private static Task openTask() {
    var instance =
        test.engine.getRuntimeService().startProcessInstanceByKey("test-triage", "INC-000001");
    return tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
  }

  private static String nextTask(Task task) {
    return tasks
        .createTaskQuery()
        .processInstanceId(task.getProcessInstanceId())
        .singleResult()
        .getTaskDefinitionKey();
  }

  @Nested
  class AFormThatIsRight {

    @Test
    void completesTheTaskAndIsHeard() {
      Task task = openTask();
      tasks.complete(task.getId(), Map.of("impact", "HIGH", "note", "by phone"));
      assertThat(nextTask(task)).isEqualTo("userTask_plain");
      assertThat(heard).hasSize(1);
      assertThat(heard.get(0).record()).isEqualTo("INC-000001");
      assertThat(heard.get(0).process()).startsWith("test-triage:");
      assertThat(heard.get(0).task()).isEqualTo("userTask_triage");
      assertThat(heard.get(0).form()).isEqualTo("triage");
      assertThat(heard.get(0).values())
          .containsOnly(
              entry("impact", "HIGH"),
              entry("note", "by phone"),
              entry("tags", null),
              entry("handOverTo", null));
    }

    @Test
    void isReadByExpressionsButNeverStored() {
      Task task = openTask();
      test.engine.getFormService().submitTaskForm(task.getId(), Map.of("impact", "LOW"));
      var history = test.engine.getHistoryService();
      String instance = task.getProcessInstanceId();
      assertThat(test.engine.getRuntimeService().getVariables(instance)).containsOnlyKeys("routed");
      assertThat(history.createHistoricVariableInstanceQuery().processInstanceId(instance).list())
          .extracting("name")
          .containsOnly("routed");
      assertThat(
              history.createHistoricDetailQuery().formFields().processInstanceId(instance).count())
          .isZero();
    }

    @Test
    void mayHoldLists() {
      Task task = openTask();
      tasks.complete(task.getId(), Map.of("impact", "LOW", "tags", List.of("a", "b")));
      assertThat(heard.get(0).values()).containsEntry("tags", List.of("a", "b"));
    }

    @Test
    void updatesAVariableThatTheProcessKeepsUnderThatName() {
      var instance =
          test.engine
              .getRuntimeService()
              .startProcessInstanceByKey("test-triage", "INC-000001", Map.of("impact", "LOW"));
      Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
      tasks.complete(task.getId(), Map.of("impact", "HIGH"));
      assertThat(test.engine.getRuntimeService().getVariable(instance.getId(), "impact"))
          .isEqualTo("HIGH");
    }
  }

  @Nested
  class AFormThatIsWrong {

    @Test
    void isRefusedHoweverItComesAndLeavesTheTask() {
      Task task = openTask();
      Map<String, Object> wrong = Map.of("impact", "EXTREME");
      assertRefused(() -> tasks.complete(task.getId(), wrong), "form.unknown-option");
      assertRefused(
          () -> tasks.completeWithVariablesInReturn(task.getId(), wrong, false),
          "form.unknown-option");
      assertRefused(
          () -> test.engine.getFormService().submitTaskForm(task.getId(), wrong),
          "form.unknown-option");
      assertRefused(() -> tasks.resolveTask(task.getId(), wrong), "form.unknown-option");
      assertRefused(
          () -> tasks.handleBpmnError(task.getId(), "test.rejected", "no", wrong),
          "form.unknown-option");
      assertRefused(
          () -> tasks.handleEscalation(task.getId(), "test.escalated", wrong),
          "form.unknown-option");
      assertThat(nextTask(task)).isEqualTo("userTask_triage");
      assertThat(heard).isEmpty();
    }

    @Test
    void isOneWithoutAnything() {
      Task task = openTask();
      assertRefused(() -> tasks.complete(task.getId()), "form.required");
    }

    @Test
    void mayBeOneThatTheBusinessRefuses() {
      Task task = openTask();
      test.submittedForms.add(
          form -> {
            throw Refusal.conflict("incident.closed", "The incident is closed.");
          });
      assertThatThrownBy(() -> tasks.complete(task.getId(), Map.of("impact", "LOW")))
          .isInstanceOf(FormRefused.class)
          .hasMessage("incident.closed: The incident is closed.")
          .hasCauseInstanceOf(Refusal.class);
      assertThat(nextTask(task)).isEqualTo("userTask_triage");
    }

    @Test
    void isARefusalForOurOwnPages() {
      Task task = openTask();
      assertThatThrownBy(() -> tasks.complete(task.getId()))
          .hasCauseInstanceOf(Refusal.class)
          .hasMessage("form.required: 'Impact' needs a value.");
    }

    @Test
    void isShownToNobodyWhoMayNotWorkOnTheTask() {
      Task task = openTask();
      test.as(
          "requester",
          List.of("customers"),
          () ->
              assertThatThrownBy(() -> tasks.complete(task.getId()))
                  .isInstanceOf(AuthorizationException.class));
    }

    private static void assertRefused(Runnable completion, String key) {
      assertThatThrownBy(completion::run)
          .isInstanceOfSatisfying(
              FormRefused.class, refused -> assertThat(refused.key()).isEqualTo(key));
    }
  }

  @Nested
  class OtherWaysOutOfATask {

    @Test
    void needNoRequiredFields() {
      Task task = openTask();
      tasks.handleBpmnError(task.getId(), "test.rejected", "no", Map.of("note", "not ours"));
      assertThat(nextTask(task)).isEqualTo("afterError");
      assertThat(heard).isEmpty();
      assertThat(test.engine.getRuntimeService().getVariables(task.getProcessInstanceId()))
          .doesNotContainKey("note");
    }

    @Test
    void aDelegatedTaskIsResolvedByItsForm() {
      Task task = openTask();
      tasks.setAssignee(task.getId(), "agent");
      tasks.delegateTask(task.getId(), "specialist");
      test.engine.getFormService().submitTaskForm(task.getId(), Map.of("impact", "LOW"));
      assertThat(nextTask(task)).isEqualTo("userTask_triage");
      tasks.complete(task.getId(), Map.of("impact", "LOW"));
      assertThat(nextTask(task)).isEqualTo("userTask_plain");
    }
  }

  @Nested
  class ATaskWithoutAForm {

    @Test
    void takesNoVariables() {
      Task task = openTask();
      tasks.complete(task.getId(), Map.of("impact", "LOW"));
      String plain =
          tasks
              .createTaskQuery()
              .processInstanceId(task.getProcessInstanceId())
              .singleResult()
              .getId();
      assertThatThrownBy(() -> tasks.complete(plain, Map.of("routed", "elsewhere")))
          .hasMessageStartingWith("form.extra-variable: ");
      tasks.complete(plain);
    }
  }

  @Nested
  class WhatTheFormShows {

    @Test
    void areTheRecordsFactsItHasFieldsFor() {
      Task task = openTask();
      var shown = test.engine.getFormService().getTaskFormVariables(task.getId());
      assertThat(shown.getValue("title", String.class)).isEqualTo("INC-000001 at userTask_triage");
      assertThat(shown).containsOnlyKeys("title", "groups");
      assertThat(shown.getValueTyped("groups").getType()).isEqualTo(JsonValueType.TYPE);
      assertThat(shown.getValueTyped("groups").getValue())
          .isEqualTo("[\"second-level\",\"third-level\"]");
    }

    @Test
    void areTheSameTheOptionsAreCheckedAgainst() {
      Task task = openTask();
      assertThatThrownBy(
              () -> tasks.complete(task.getId(), Map.of("impact", "LOW", "handOverTo", "cab")))
          .hasMessageStartingWith("form.unknown-option: ");
      tasks.complete(task.getId(), Map.of("impact", "LOW", "handOverTo", "third-level"));
    }

    @Test
    void areOnlyTheNamesAskedFor() {
      Task task = openTask();
      assertThat(
              test.engine
                  .getFormService()
                  .getTaskFormVariables(task.getId(), List.of("title"), false))
          .containsOnlyKeys("title");
    }

    @Test
    void areForThoseWhoMaySeeTheTask() {
      Task task = openTask();
      test.as(
          "requester",
          List.of("customers"),
          () ->
              assertThatThrownBy(
                      () -> test.engine.getFormService().getTaskFormVariables(task.getId()))
                  .isInstanceOf(AuthorizationException.class));
    }
  }
}
