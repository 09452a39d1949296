package org.itsmsuite.engine.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.itsmsuite.engine.EngineCalls;
import org.itsmsuite.engine.PublishedToModels;
import org.itsmsuite.engine.TestEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a task goes to if its record is restricted: in any model, however it names people. */
class RestrictedOffersTest {

  private static TestEngine test;

  @PublishedToModels
  static class Desk {
    @PublishedToModels
    public String group() {
      return "service-desk,third-level";
    }
  }

  @BeforeAll
  static void start() {
    test = new TestEngine();
    test.beans.put("desk", new Desk());
    var identity = test.engine.getIdentityService();
    identity.saveUser(identity.newUser("engineer"));
    identity.saveGroup(identity.newGroup("third-level"));
    identity.createMembership("engineer", "third-level");
  }

  @AfterAll
  static void stop() {
    test.close();
  }

  @BeforeEach
  void restrict() {
    test.restrictions.clear();
    test.restrictions.restrict("INC-1");
    test.restrictions.name("INC-1", "group:third-level");
    test.restrictions.name("INC-1", "user:requester");
  }

  private static Task offered(String record, UnaryOperator<UserTaskBuilder> people) {
    var model =
        people
            .apply(Bpmn.createExecutableProcess("offering").startEvent().userTask("work"))
            .endEvent()
            .done();
    test.deploy(model);
    var run = test.engine.getRuntimeService().startProcessInstanceByKey("offering", record);
    return test.engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(run.getId())
        .singleResult();
  }

  private static List<String> people(Task task) {
    return test.engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
        .map(RestrictedOffersTest::name)
        .filter(Objects::nonNull)
        .sorted()
        .toList();
  }

  private static String name(IdentityLink link) {
    return link.getType()
        + " "
        + (link.getGroupId() == null ? link.getUserId() : link.getGroupId());
  }

  @Test
  void groupsItDoesNotConcernAreLeftOut() {
    var task = offered("INC-1", work -> work.camundaCandidateGroups("service-desk, third-level"));

    assertThat(people(task)).containsExactly("candidate third-level");
  }

  @Test
  void groupsThatAnExpressionNamesAreLeftOutToo() {
    assertThat(people(offered("INC-1", work -> work.camundaCandidateGroups("${desk.group()}"))))
        .containsExactly("candidate third-level");
  }

  @Test
  void itsOwnGroupsStandInWhereNobodyIsLeft() {
    assertThat(people(offered("INC-1", work -> work.camundaCandidateGroups("service-desk"))))
        .containsExactly("candidate third-level");
    assertThat(people(offered("INC-1", work -> work.camundaAssignee("agent"))))
        .containsExactly("candidate third-level");
    assertThat(people(offered("INC-1", work -> work.camundaCandidateUsers("agent"))))
        .containsExactly("candidate third-level");
  }

  @Test
  void theCustodianStandsInWhereItConcernsNoGroup() {
    test.restrictions.restrict("INC-2");

    assertThat(people(offered("INC-2", work -> work.camundaCandidateGroups("service-desk"))))
        .containsExactly("candidate security-team");
  }

  @Test
  void peopleItConcernsKeepIt() {
    assertThat(people(offered("INC-1", work -> work.camundaAssignee("requester"))))
        .containsExactly("assignee requester");
    assertThat(people(offered("INC-1", work -> work.camundaAssignee("engineer"))))
        .containsExactly("assignee engineer");
    assertThat(
            people(
                offered(
                    "INC-1",
                    work ->
                        work.camundaCandidateUsers("requester, agent")
                            .camundaCandidateGroups("service-desk"))))
        .containsExactly("candidate requester");
  }

  @Test
  void otherRecordsGoWhereTheModelSays() {
    assertThat(
            people(
                offered(
                    "INC-3",
                    work ->
                        work.camundaAssignee("agent")
                            .camundaCandidateUsers("anna, ben")
                            .camundaCandidateGroups("suppliers, ${desk.group()}"))))
        .containsExactly(
            "assignee agent",
            "candidate anna",
            "candidate ben",
            "candidate service-desk",
            "candidate suppliers",
            "candidate third-level");
    assertThat(people(offered("INC-3", work -> work))).isEmpty();
  }

  @Test
  void openTasksAreReviewedWithThoseOfCalledProcesses() {
    test.deploy(
        Bpmn.createExecutableProcess("called")
            .startEvent()
            .userTask("inner")
            .name("Inner: secret")
            .camundaCandidateGroups("service-desk")
            .endEvent()
            .done());
    test.deploy(
        Bpmn.createExecutableProcess("calling")
            .startEvent()
            .callActivity()
            .calledElement("called")
            .endEvent()
            .done());
    var run =
        EngineCalls.internally(
            () -> test.engine.getRuntimeService().startProcessInstanceByKey("calling", "INC-4"));
    test.restrictions.restrict("INC-4");
    var audience =
        new org.itsmsuite.engine.RecordAudience(
            () -> test.restrictions,
            () -> new org.itsmsuite.restriction.Custodian("security-team"));

    new RestrictedTasks(test.engine, audience)
        .review("INC-4", run.getId(), name -> name.replace(": secret", ""));

    var task =
        test.engine.getTaskService().createTaskQuery().taskDefinitionKey("inner").singleResult();
    assertThat(task.getName()).isEqualTo("Inner");
    assertThat(people(task)).containsExactly("candidate security-team");
  }
}
