package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may read a task: whoever has it now. */
class OwnAccountRightsTest {

  private static TestEngine test;
  private static TaskService tasks;
  private String task;

  @BeforeAll
  static void start() {
    test =
        new TestEngine(
            engine -> {
              engine.setAuthorizationEnabled(true);
              engine.setResourceAuthorizationProvider(new OwnAccountRights());
            });
    tasks = test.engine.getTaskService();
    test.deploy(
        Bpmn.createExecutableProcess("work")
            .startEvent()
            .userTask()
            .camundaCandidateGroups("service-desk")
            .endEvent()
            .done());
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void aTask() {
    var run = test.engine.getRuntimeService().startProcessInstanceByKey("work");
    task = tasks.createTaskQuery().processInstanceId(run.getId()).singleResult().getId();
  }

  private List<String> readers() {
    return test
        .engine
        .getAuthorizationService()
        .createAuthorizationQuery()
        .resourceType(Resources.TASK)
        .resourceId(task)
        .list()
        .stream()
        .map(right -> right.getGroupId() == null ? right.getUserId() : right.getGroupId())
        .sorted()
        .toList();
  }

  @Test
  void aGroupThatLosesItLosesTheRight() {
    tasks.addCandidateGroup(task, "security-team");
    tasks.deleteCandidateGroup(task, "service-desk");

    assertThat(readers()).containsExactly("security-team");
  }

  @Test
  void whoeverPutsItBackLosesTheRight() {
    tasks.claim(task, "agent");
    assertThat(readers()).containsExactly("agent", "service-desk");

    tasks.setAssignee(task, null);
    assertThat(readers()).containsExactly("service-desk");
  }

  @Test
  void whoeverItIsTakenFromLosesTheRight() {
    tasks.claim(task, "agent");
    tasks.setAssignee(task, "specialist");

    assertThat(readers()).containsExactly("service-desk", "specialist");
  }

  @Test
  void whoeverHasItInAnotherWayKeepsTheRight() {
    tasks.addCandidateUser(task, "agent");
    tasks.claim(task, "agent");
    tasks.setAssignee(task, null);
    assertThat(readers()).containsExactly("agent", "service-desk");

    tasks.claim(task, "agent");
    tasks.deleteCandidateUser(task, "agent");
    assertThat(readers()).containsExactly("agent", "service-desk");

    tasks.setOwner(task, "agent");
    tasks.setAssignee(task, null);
    assertThat(readers()).containsExactly("agent", "service-desk");
  }

  @Test
  void whoeverGetsItBackInTheSameStepHasTheRight() {
    test.configuration()
        .getCommandExecutorTxRequired()
        .execute(
            step -> {
              tasks.deleteCandidateGroup(task, "service-desk");
              tasks.addCandidateGroup(task, "service-desk");
              return null;
            });

    assertThat(readers()).containsExactly("service-desk");
  }
}
