package org.itsmsuite.engine.el;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuiteExpressionManagerTest {

  private static TestEngine test;

  @PublishedToModels
  static class Greeter {
    @PublishedToModels
    public String greet(String name, int times) {
      return ("hello " + name + " ").repeat(times).strip();
    }

    @PublishedToModels
    public String record(DelegateExecution execution) {
      return execution.getProcessBusinessKey();
    }

    public String secret() {
      return "secret";
    }
  }

  @PublishedToModels
  static class MarkedDelegate implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable("done", true);
    }
  }

  static class UnmarkedDelegate extends Exception implements JavaDelegate {
    @Override
    public void execute(DelegateExecution execution) {
      execution.setVariable("done", true);
    }
  }

  @BeforeAll
  static void start() {
    test = new TestEngine();
    test.beans.put("greeter", new Greeter());
    test.beans.put("markedDelegate", new MarkedDelegate());
    test.beans.put("unmarkedDelegate", new UnmarkedDelegate());
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  /** The value of an expression inside of a running process with the business key INC-000001. */
  private static Object evaluate(String expression) {
    test.deploy(
        Bpmn.createExecutableProcess("expression")
            .startEvent()
            .serviceTask("step")
            .camundaExpression(expression)
            .camundaResultVariable("result")
            .userTask()
            .endEvent()
            .done());
    var instance =
        test.engine
            .getRuntimeService()
            .startProcessInstanceByKey(
                "expression",
                "INC-000001",
                Map.of("priority", "P1", "level", 2, "greeter2", "a text"));
    return test.engine.getRuntimeService().getVariable(instance.getId(), "result");
  }

  @Nested
  class WhatModelsNeed {

    @Test
    void variablesAndComparisons() {
      assertThat(evaluate("${priority == 'P1' && level + 1 > 2}")).isEqualTo(true);
    }

    @Test
    void publishedMethodsOfPublishedBeans() {
      assertThat(evaluate("${greeter.greet(priority, 2)}")).isEqualTo("hello P1 hello P1");
      assertThat(evaluate("${greeter.record(execution)}")).isEqualTo("INC-000001");
    }

    @Test
    void propertiesOfTheExecution() {
      assertThat(evaluate("${execution.processBusinessKey}")).isEqualTo("INC-000001");
      assertThat(evaluate("${execution.currentActivityId}")).isEqualTo("step");
    }

    @Test
    void datesAndTheirArithmetic() {
      assertThat((Date) evaluate("${dateTime().plusDays(2).minusHours(3).toDate()}"))
          .isAfter(new Date(0));
      assertThat(evaluate("${now()}")).isInstanceOf(Date.class);
    }

    @Test
    void delegatesThatArePublished() {
      test.deploy(delegating("${markedDelegate}"));
      var instance = test.engine.getRuntimeService().startProcessInstanceByKey("delegating");
      assertThat(test.engine.getRuntimeService().getVariable(instance.getId(), "done"))
          .isEqualTo(true);
    }
  }

  @Nested
  class WhatNobodyReaches {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "${''.getClass().forName('java.lang.Runtime')}",
          "${''.class}",
          "${priority.getClass()}",
          "${priority.length()}",
          "${greeter.secret()}",
          "${greeter.getClass()}",
          "${greeter.class}",
          "${greeter.greet}",
          "${greeter.greet('x')}",
          "${unmarkedDelegate.message}",
          "${unmarkedDelegate.getMessage()}",
          "${execution.getVariable('priority')}",
          "${execution.engineServices}",
          "${execution.processEngineServices.repositoryService}",
          "${execution.variables}",
          "${execution.class}",
          "${now().getTime()}",
          "${dateTime().getClass()}",
          "${dateTime().chronology}",
          "${currentUserGroups().getClass()}"
        })
    void refusesTheExpression(String expression) {
      assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @Test
    void noDelegateThatIsNotPublished() {
      test.deploy(delegating("${unmarkedDelegate}"));
      assertThatThrownBy(
              () -> test.engine.getRuntimeService().startProcessInstanceByKey("delegating"))
          .hasMessageContaining("unmarkedDelegate");
    }

    @Test
    void noVariableStandsInForABean() {
      test.deploy(delegating("${markedDelegate}"));
      var instance =
          test.engine
              .getRuntimeService()
              .startProcessInstanceByKey("delegating", Map.of("markedDelegate", "something else"));
      assertThat(test.engine.getRuntimeService().getVariable(instance.getId(), "done"))
          .isEqualTo(true);
    }

    @Test
    void noFunctionIsAdded() throws Exception {
      var method = Runtime.class.getMethod("getRuntime");
      assertThatThrownBy(
              () -> test.configuration().getExpressionManager().addFunction("run", method))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Nested
  class StoredFilters {

    @Test
    void knowTheUserAndTheGroups() {
      test.deploy(
          Bpmn.createExecutableProcess("filtered")
              .startEvent()
              .userTask()
              .camundaCandidateGroups("service-desk")
              .endEvent()
              .done());
      String mine = test.engine.getRuntimeService().startProcessInstanceByKey("filtered").getId();
      var tasks = test.engine.getTaskService();
      String groupFilter =
          save(tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}"));
      String userFilter = save(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}"));
      test.as(
          "agent",
          List.of("service-desk"),
          () -> {
            assertThat(test.engine.getFilterService().count(groupFilter)).isEqualTo(1);
            String task = tasks.createTaskQuery().processInstanceId(mine).singleResult().getId();
            tasks.claim(task, "agent");
            assertThat(test.engine.getFilterService().count(userFilter)).isEqualTo(1);
          });
      test.as(
          "specialist",
          List.of("second-level"),
          () -> {
            assertThat(test.engine.getFilterService().count(groupFilter)).isZero();
            assertThat(test.engine.getFilterService().count(userFilter)).isZero();
          });
    }

    @Test
    void runNoJava() {
      System.clearProperty("itsm.reached");
      var query =
          test.engine
              .getTaskService()
              .createTaskQuery()
              .taskAssigneeExpression(
                  "${''.getClass().forName('java.lang.System').getMethod('setProperty',"
                      + "''.getClass(), ''.getClass()).invoke(null, 'itsm.reached', 'yes')}");
      assertThatThrownBy(() -> test.engine.getFilterService().count(save(query)))
          .isInstanceOf(ProcessEngineException.class);
      assertThat(System.getProperty("itsm.reached")).isNull();
    }

    private static String save(TaskQuery query) {
      Filter filter = test.engine.getFilterService().newTaskFilter("test").setQuery(query);
      return test.engine.getFilterService().saveFilter(filter).getId();
    }
  }

  private static BpmnModelInstance delegating(String expression) {
    return Bpmn.createExecutableProcess("delegating")
        .startEvent()
        .serviceTask()
        .camundaDelegateExpression(expression)
        .userTask()
        .endEvent()
        .done();
  }
}
