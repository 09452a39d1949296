package org.itsmsuite.change.work.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.change.process.ChangeDesk.MANAGER;
import static org.itsmsuite.change.process.ChangeDesk.MONDAY_NINE;
import static org.itsmsuite.change.process.ChangeDesk.SATURDAY;
import static org.itsmsuite.change.process.ChangeDesk.asked;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.Outcome;
import org.itsmsuite.change.StandIns;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.change.WindowVerdict;
import org.itsmsuite.change.process.ChangeDesk;
import org.itsmsuite.change.schedule.ScheduleDesk;
import org.itsmsuite.change.work.CausedIncidents;
import org.itsmsuite.change.work.ChangePlans;
import org.itsmsuite.change.work.ChangePlans.Draft;
import org.itsmsuite.change.work.ChangeWork;
import org.itsmsuite.change.work.PlanStep;
import org.itsmsuite.change.work.WorkNote;
import org.itsmsuite.change.work.WorkPlan;
import org.itsmsuite.change.work.WorkStep;
import org.itsmsuite.change.work.store.InMemoryCausedStore;
import org.itsmsuite.change.work.store.InMemoryPlanStore;
import org.itsmsuite.change.work.store.InMemoryWorkStore;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.engine.EngineClock;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an approved change to a reviewed one: every way through the three parts, as stories. */
class WorkProcessTest {

  private static final ChangeDesk DESK =
      new ChangeDesk(
          true, new StandIns("change-scheduling", "change-implementation", "change-review"));
  private static final InMemoryWorkStore NOTES = new InMemoryWorkStore();
  private static final InMemoryPlanStore PLANS = new InMemoryPlanStore();
  private static final List<String> DEPLOYED = new java.util.ArrayList<>();
  private static final InMemoryCausedStore CAUSED = new InMemoryCausedStore();
  private static final ChangeWork WORK = work();
  private static final Actor ENGINEER = new Actor("engineer", Set.of("third-level"));
  private static final Window SUNDAY =
      new Window(Instant.parse("2026-03-08T20:00:00Z"), Instant.parse("2026-03-08T22:00:00Z"));

  @RegisterExtension
  static ProcessEngineCoverageExtension coverage =
      DESK.demanding(
          1.0,
          "change-approval",
          "change-assessment",
          "change-decision",
          "change-vote",
          "change-scheduling");

  private static final ChangePlans PLANNING =
      new ChangePlans(
          DESK.store,
          PLANS,
          new ConfiguredSupportGroups(new FolderContent(java.nio.file.Path.of(""))),
          DESK.ledger);

  private final ChangeDesk desk = DESK;

  private static ChangeWork work() {
    var work =
        WorkBeans.published(
            DESK,
            NOTES,
            PLANS,
            CAUSED,
            change -> DEPLOYED.add(change.number() + change.items()),
            (change, why) -> DESK.others.windows = (other, moment) -> WindowVerdict.CLEAR);
    new ScheduleDesk(DESK).publishBeans();
    return work;
  }

  @BeforeEach
  void nothingStandsAgainstAnyWindow() {
    desk.others.windows = (change, moment) -> WindowVerdict.CLEAR;
    desk.at(MONDAY_NINE);
  }

  @AfterAll
  static void closeTheDesk() {
    DESK.close();
  }

  private static void isRefused(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfies(
            thrown ->
                assertThat(EngineRefusals.in(thrown).map(Refusal::key))
                    .as("%s", thrown)
                    .hasValue(key));
  }

  private void finds(WindowFinding.Severity severity) {
    var finding =
        new WindowFinding(
            "FREEZE",
            severity,
            "schedule.freeze",
            "Nothing changes then.",
            List.of(),
            null,
            null,
            List.of());
    desk.others.windows = (change, moment) -> new WindowVerdict(List.of(finding));
  }

  private void settle(String number, Object... values) {
    desk.as(MANAGER);
    desk.complete(number, "userTask_settleWindow", values(values));
  }

  private void work(String number, String task, String outcome) {
    desk.as(ENGINEER);
    desk.complete(
        number, task, values("outcome", outcome, "note", task.replace("userTask_", "") + " noted"));
  }

  private static Map<String, Object> values(Object... pairs) {
    var values = new java.util.HashMap<String, Object>();
    for (int i = 0; i < pairs.length; i += 2) {
      values.put((String) pairs[i], pairs[i + 1]);
    }
    return values;
  }

  private String begun() {
    String number = desk.approved();
    desk.fire("event_windowBegins");
    return number;
  }

  private String failed() {
    String number = begun();
    work(number, "userTask_carryOutChange", "NO");
    return number;
  }

  private void investigate(String number) {
    desk.as(MANAGER);
    desk.complete(number, "userTask_investigateFailure", Map.of("note", "The disk was full"));
  }

  private void review(String number, String outcome) {
    desk.as(MANAGER);
    desk.complete(
        number, "userTask_reviewChange", Map.of("outcome", outcome, "note", "Looked at it"));
  }

  private List<WorkStep> stepsOf(String number) {
    return WORK.notes(number).stream().map(WorkNote::step).toList();
  }

  @Nested
  class OfItsWindow {

    @Test
    void aWindowThatNothingStandsAgainstIsScheduledAtOnce() {
      String number = desk.approved();
      assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
      assertThat(desk.change(number).window()).isEqualTo(SATURDAY);
      assertThat(desk.open(number)).isEmpty();
    }

    @Test
    void aWarningIsAcceptedByAManagerWithAReason() {
      String number = desk.assessed();
      finds(WindowFinding.Severity.WARN);
      desk.decide(number, Verdict.APPROVED, null);
      assertThat(desk.open(number)).containsExactly("userTask_settleWindow");
      assertThat(desk.form(number, "userTask_settleWindow"))
          .containsEntry("findings", "Nothing changes then.");
      settle(number, "choice", "GO_AHEAD", "note", "It cannot wait");
      assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
      assertThat(stepsOf(number)).containsExactly(WorkStep.SETTLE_WINDOW);
    }

    @Test
    void whatForbidsAWindowIsNotAccepted() {
      String number = desk.assessed();
      finds(WindowFinding.Severity.BLOCK);
      desk.decide(number, Verdict.APPROVED, null);
      isRefused(
          "change.window-blocked",
          () -> settle(number, "choice", "GO_AHEAD", "note", "It cannot wait"));
      assertThat(WORK.notes(number)).isEmpty();
    }

    @Test
    void anotherWindowThanTheApprovedMakesTheApprovalVoid() {
      String number = desk.assessed();
      finds(WindowFinding.Severity.WARN);
      desk.decide(number, Verdict.APPROVED, null);
      settle(
          number,
          "choice",
          "WINDOW",
          "from",
          SUNDAY.from().toString(),
          "to",
          SUNDAY.to().toString(),
          "note",
          "Later is better");
      Change change = desk.change(number);
      assertThat(change.window()).isEqualTo(SUNDAY);
      assertThat(change.status()).isEqualTo(Status.ASSESSMENT);
      assertThat(change.isApproved()).isFalse();
      assertThat(desk.factsOf(number)).contains("change.approvalVoided");
    }

    @Test
    void aChangeApprovedWithoutAWindowGetsOneAndStaysApproved() {
      String number = desk.assessed(asked().in(null));
      desk.decide(number, Verdict.APPROVED, null);
      isRefused("change.no-window", () -> settle(number, "choice", "GO_AHEAD", "note", "So"));
      settle(
          number,
          "choice",
          "WINDOW",
          "from",
          SUNDAY.from().toString(),
          "to",
          SUNDAY.to().toString(),
          "note",
          "Agreed by telephone");
      assertThat(desk.change(number).window()).isEqualTo(SUNDAY);
      assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
    }

    @Test
    void aWindowThatIsNoneIsRefused() {
      String number = desk.assessed(asked().in(null));
      desk.decide(number, Verdict.APPROVED, null);
      isRefused(
          "change.window-ends-before-it-starts",
          () ->
              settle(
                  number,
                  "choice",
                  "WINDOW",
                  "from",
                  SUNDAY.to().toString(),
                  "to",
                  SUNDAY.from().toString(),
                  "note",
                  "Backwards"));
      isRefused(
          "change.window-over",
          () ->
              settle(
                  number,
                  "choice",
                  "WINDOW",
                  "from",
                  "2026-02-01T00:00:00Z",
                  "to",
                  MONDAY_NINE.toString(),
                  "note",
                  "Yesterday"));
      assertThat(desk.open(number)).containsExactly("userTask_settleWindow");
    }
  }

  @Nested
  class OfTheWork {

    @Test
    void whatIsDoneAndVerifiedIsImplemented() {
      String number = begun();
      assertThat(desk.change(number).status()).isEqualTo(Status.IMPLEMENTING);
      var task = desk.task(number, "userTask_carryOutChange");
      assertThat(desk.offeredTo(task)).containsExactly("third-level");
      assertThat(task.getDueDate()).isEqualTo(java.util.Date.from(SATURDAY.to()));

      work(number, "userTask_carryOutChange", "YES");
      work(number, "userTask_verifyChange", "YES");

      Change change = desk.change(number);
      assertThat(change.status()).isEqualTo(Status.REVIEW);
      assertThat(change.result().implementation()).isEqualTo(Implementation.IMPLEMENTED);
      assertThat(change.result().implementationSummary()).isEqualTo("carryOutChange noted");
      assertThat(stepsOf(number)).containsExactly(WorkStep.CARRY_OUT, WorkStep.VERIFY);
      assertThat(desk.factsOf(number)).contains("change.workDone");
      assertThat(DEPLOYED).contains(number + "[mail-server]");
    }

    @Test
    void whatFailsIsBackedOutAndInvestigated() {
      String number = failed();
      assertThat(desk.open(number)).containsExactly("userTask_backOutChange");
      work(number, "userTask_backOutChange", "YES");
      assertThat(desk.open(number)).containsExactly("userTask_investigateFailure");
      investigate(number);
      Change change = desk.change(number);
      assertThat(change.result().implementation()).isEqualTo(Implementation.BACKED_OUT);
      assertThat(change.result().implementationSummary()).isEqualTo("The disk was full");
      assertThat(DEPLOYED).noneMatch(one -> one.startsWith(number));
    }

    @Test
    void whatDoesNotWorkIsBackedOutToo() {
      String number = begun();
      work(number, "userTask_carryOutChange", "YES");
      work(number, "userTask_verifyChange", "NO");
      assertThat(desk.open(number)).containsExactly("userTask_backOutChange");
    }

    @Test
    void whatCannotBeBackedOutHasFailed() {
      String number = failed();
      work(number, "userTask_backOutChange", "NO");
      investigate(number);
      assertThat(desk.change(number).result().implementation()).isEqualTo(Implementation.FAILED);
    }

    @Test
    void aWindowThatIsForbiddenMeanwhileIsNotBegunButPlannedAgain() {
      String number = desk.approved();
      finds(WindowFinding.Severity.BLOCK);
      desk.fire("event_windowBegins");
      Change change = desk.change(number);
      assertThat(change.result().implementation()).isEqualTo(Implementation.NOT_STARTED);
      assertThat(change.result().implementationSummary()).isEqualTo("Nothing changes then.");
      assertThat(desk.open(number)).containsExactly("userTask_settleWindow");
    }

    @Test
    void aWindowThatIsOverIsNotBegun() {
      String number = desk.approved();
      var timer =
          desk.engine
              .getManagementService()
              .createJobQuery()
              .activityId("event_windowBegins")
              .processInstanceId(
                  desk.engine
                      .getRuntimeService()
                      .createProcessInstanceQuery()
                      .processInstanceBusinessKey(number)
                      .processDefinitionKey("change-implementation")
                      .singleResult()
                      .getId())
              .singleResult();
      desk.at(SATURDAY.to());
      desk.as(Actor.SYSTEM);
      org.itsmsuite.engine.EngineCalls.internally(
          () -> desk.engine.getManagementService().executeJob(timer.getId()));
      assertThat(desk.change(number).result().implementationSummary())
          .isEqualTo("Its window is over.");
    }
  }

  @Nested
  class OfThePlan {

    private static final Draft STOP = new Draft(1, "second-level", "Stop the old server", 10);
    private static final Draft COPY = new Draft(2, "third-level", "Copy the mail", 60);
    private static final Draft DNS = new Draft(2, "service-desk", "Change the address", 15);
    private static final Draft START = new Draft(3, "second-level", "Start the new server", 5);

    private String planned(Draft... steps) {
      String number = desk.approved();
      desk.as(MANAGER);
      PLANNING.edit(number, List.of(steps));
      desk.fire("event_windowBegins");
      return number;
    }

    private void step(String number, String name, String outcome, String begun) {
      var task =
          desk.tasks(number).stream()
              .filter(one -> one.getName().contains(", " + name + ":"))
              .findFirst()
              .orElseThrow();
      desk.as(ENGINEER);
      desk.engine
          .getTaskService()
          .complete(
              task.getId(), values("outcome", outcome, "begun", begun, "note", name + " noted"));
    }

    private List<String> names(String number) {
      return desk.tasks(number).stream()
          .map(one -> one.getName().replaceAll(":.*", ""))
          .sorted()
          .toList();
    }

    @Test
    void itsStepsAreDoneTurnAfterTurnAndSideBySideByTheirGroups() {
      String number = planned(STOP, COPY, DNS, START);
      assertThat(names(number)).containsExactly("Carry out change, step 1");
      var first = desk.task(number, "userTask_carryOutChange");
      assertThat(desk.offeredTo(first)).containsExactly("second-level");
      assertThat(first.getDueDate().toInstant())
          .isEqualTo(SATURDAY.from().plus(Duration.ofMinutes(10)));
      assertThat(DESK.facts(number, first))
          .containsEntry("planStep", "1. Stop the old server (10 minutes)");

      desk.at(SATURDAY.from().plus(Duration.ofMinutes(12)));
      step(number, "step 1", "YES", null);
      assertThat(names(number))
          .containsExactly("Carry out change, step 2", "Carry out change, step 3");
      desk.at(SATURDAY.from().plus(Duration.ofMinutes(40)));
      step(number, "step 3", "YES", SATURDAY.from().plus(Duration.ofMinutes(30)).toString());
      assertThat(names(number)).containsExactly("Carry out change, step 2");
      step(number, "step 2", "YES", null);
      step(number, "step 4", "YES", null);
      work(number, "userTask_verifyChange", "YES");

      assertThat(desk.change(number).result().implementation())
          .isEqualTo(Implementation.IMPLEMENTED);
      WorkPlan plan = WORK.plan(number);
      assertThat(plan.step(2).orElseThrow().done())
          .isEqualTo(
              new PlanStep.Done(
                  SATURDAY.from().plus(Duration.ofMinutes(12)),
                  SATURDAY.from().plus(Duration.ofMinutes(40)),
                  "engineer",
                  true,
                  "step 2 noted"));
      assertThat(plan.step(3).orElseThrow().done().from())
          .isEqualTo(SATURDAY.from().plus(Duration.ofMinutes(30)));
      assertThat(stepsOf(number)).filteredOn(WorkStep.CARRY_OUT::equals).hasSize(4);
    }

    @Test
    void aStepThatFailsEndsTheOthersAndTheChangeIsBackedOut() {
      String number = planned(STOP, COPY, DNS, START);
      step(number, "step 1", "YES", null);
      step(number, "step 2", "NO", null);
      assertThat(desk.open(number)).containsExactly("userTask_backOutChange");
      assertThat(WORK.plan(number).step(2).orElseThrow().done().worked()).isFalse();
      assertThat(WORK.plan(number).step(3).orElseThrow().done()).isNull();
      work(number, "userTask_backOutChange", "YES");
      investigate(number);
      assertThat(desk.change(number).result().implementation())
          .isEqualTo(Implementation.BACKED_OUT);
    }

    @Test
    void aStepNeedsEvidenceAndTimesThatCanBe() {
      String number = planned(STOP);
      desk.at(SATURDAY.from().plus(Duration.ofMinutes(5)));
      desk.as(ENGINEER);
      isRefused(
          "form.required",
          () ->
              desk.complete(
                  number, "userTask_carryOutChange", values("outcome", "YES", "note", " ")));
      isRefused(
          "change.step-times",
          () -> step(number, "step 1", "YES", SATURDAY.from().minusSeconds(1).toString()));
      isRefused(
          "change.step-times",
          () ->
              step(
                  number,
                  "step 1",
                  "YES",
                  SATURDAY.from().plus(Duration.ofMinutes(5)).plusSeconds(1).toString()));
      assertThat(WORK.notes(number)).isEmpty();
    }

    @Test
    void itIsEditedAfterApprovalWithoutHarmAndNotAnyMoreOnceTheWorkHasBegun() {
      String number = planned(STOP);
      assertThat(desk.factsOf(number)).contains("change.planEdited");
      assertThat(desk.factsOf(number)).doesNotContain("change.approvalVoided");
      desk.as(MANAGER);
      isRefused("change.under-implementation", () -> PLANNING.edit(number, List.of(START)));
      assertThat(WORK.plan(number).steps()).hasSize(1);
    }

    @Test
    void whatIsNoPlanIsRefused() {
      String number = desk.approved();
      desk.as(MANAGER);
      isRefused(
          "change.unknown-group",
          () -> PLANNING.edit(number, List.of(new Draft(1, "no-such", "Do it", 5))));
      isRefused(
          "request.missing",
          () -> PLANNING.edit(number, List.of(new Draft(1, "third-level", " ", 5))));
      isRefused("change.plan-gap", () -> PLANNING.edit(number, List.of(STOP, START)));
      isRefused("change.plan-gap", () -> PLANNING.edit(number, List.of(COPY)));
      isRefused(
          "change.plan-minutes",
          () -> PLANNING.edit(number, List.of(new Draft(1, "third-level", "Do it", 0))));
      isRefused(
          "change.plan-outlasts-window",
          () -> PLANNING.edit(number, List.of(STOP, new Draft(2, "third-level", "Wait", 24 * 60))));
      isRefused(
          "change.plan-too-long",
          () -> PLANNING.edit(number, java.util.Collections.nCopies(101, STOP)));
      assertThat(WORK.plan(number)).isEqualTo(WorkPlan.NONE);
      assertThat(desk.factsOf(number)).doesNotContain("change.planEdited");
    }
  }

  @Nested
  class OfTheReview {

    @Test
    void aNormalChangeThatWorksIsReviewedAfterFiveWorkingDays() {
      String number = begun();
      work(number, "userTask_carryOutChange", "YES");
      work(number, "userTask_verifyChange", "YES");
      assertThat(desk.open(number)).isEmpty();
      desk.fire("event_reviewBegins");
      assertThat(desk.change(number).result().implementedAt().plus(Duration.ofDays(5)))
          .isBefore(new EngineClock().instant());
      assertThat(desk.form(number, "userTask_reviewChange").get("work").toString())
          .contains("carry out, YES (engineer): carryOutChange noted");
      review(number, "SUCCESSFUL");
      assertThat(desk.change(number).status()).isEqualTo(Status.CLOSED);
      assertThat(desk.change(number).result().outcome()).isEqualTo(Outcome.SUCCESSFUL);
    }

    private String majorDone() {
      String number = desk.assessed(asked().about(Subject.SERVICE, Action.ADD, Impact.HIGH));
      assertThat(desk.change(number).category()).isEqualTo(Category.MAJOR);
      desk.decide(number, Verdict.APPROVED, null);
      desk.fire("event_windowBegins");
      work(number, "userTask_carryOutChange", "YES");
      work(number, "userTask_verifyChange", "YES");
      return number;
    }

    private Map<String, Object> points(String items, String outcome) {
      Map<String, Object> values = values("outcome", outcome, "note", "Walked through it");
      for (String point :
          List.of(
              "Criteria",
              "Release",
              "Operation",
              "Security",
              "Support",
              "Agreements",
              "Customers")) {
        values.put("check" + point, "YES");
      }
      values.put("checkItems", items);
      return values;
    }

    @Test
    void i11AMajorChangeIsAcceptedPointByPointBeforeItIsReviewed() {
      String number = majorDone();
      assertThat(desk.open(number)).containsExactly("userTask_acceptChange");
      assertThat(desk.offeredTo(desk.task(number, "userTask_acceptChange")))
          .containsExactly("service-level-managers");
      desk.as(MANAGER);
      isRefused(
          "change.not-accepted", () -> WORK.reviewed(number, Outcome.SUCCESSFUL, "Looked at it"));
      isRefused(
          "form.required",
          () -> desk.complete(number, "userTask_acceptChange", points(null, "YES")));
      isRefused(
          "change.acceptance-contradicts",
          () -> desk.complete(number, "userTask_acceptChange", points("NO", "YES")));
      desk.complete(number, "userTask_acceptChange", points("NOT_APPLICABLE", "YES"));
      assertThat(WORK.notes(number))
          .last()
          .satisfies(
              note ->
                  assertThat(note.text())
                      .contains("Walked through it", "Items: NOT_APPLICABLE", "Security: YES"));
      assertThat(desk.factsOf(number)).contains("change.accepted", "change.deployed");
      desk.fire("event_reviewBegins");
      review(number, "SUCCESSFUL");
      assertThat(desk.change(number).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void i11WhatIsNotAcceptedIsNoSuccessWithoutIssues() {
      String number = majorDone();
      desk.as(ENGINEER);
      isRefused(
          "duties.conflict",
          () -> desk.complete(number, "userTask_acceptChange", points("NO", "NO")));
      desk.as(MANAGER);
      desk.complete(number, "userTask_acceptChange", points("NO", "NO"));
      desk.fire("event_reviewBegins");
      isRefused("change.outcome-contradicts", () -> review(number, "SUCCESSFUL"));
      review(number, "SUCCESSFUL_WITH_ISSUES");
      assertThat(desk.change(number).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void s85WithItemsAndWithoutADeploymentResultItIsNotClosedAsImplemented() {
      String number = desk.approved();
      desk.as(MANAGER);
      desk.steps.implementationStarted(number);
      desk.steps.implemented(number, Implementation.IMPLEMENTED, "Trust me");
      isRefused(
          "change.no-deployment-result",
          () -> WORK.reviewed(number, Outcome.SUCCESSFUL, "Looked at it"));
      WORK.note(number, WorkStep.CARRY_OUT, "YES", "Replaced");
      isRefused(
          "change.no-deployment-result",
          () -> WORK.reviewed(number, Outcome.SUCCESSFUL, "Looked at it"));
      WORK.note(number, WorkStep.VERIFY, "YES", "Mail arrives");
      WORK.reviewed(number, Outcome.SUCCESSFUL, "Looked at it");
      assertThat(desk.change(number).result().outcome()).isEqualTo(Outcome.SUCCESSFUL);
    }

    @Test
    void i09TheFormOfTheReviewCountsTheIncidentsThatItCaused() {
      String number = failed();
      work(number, "userTask_backOutChange", "YES");
      investigate(number);
      desk.fire("event_reviewBegins");
      assertThat(desk.form(number, "userTask_reviewChange"))
          .containsEntry("caused", "None is known.");
      var caused = new CausedIncidents(CAUSED, desk.store, desk.ledger, new EngineClock());
      caused.caused("INC-000001", number, "The disk");
      caused.caused("INC-000002", number, "The disk too");
      desk.restrictions.restrict("INC-000002");
      assertThat(desk.form(number, "userTask_reviewChange"))
          .containsEntry("caused", "1: INC-000001");
      assertThat(desk.factsOf(number)).contains("change.causedIncident");
      isRefused("incident.already-caused", () -> caused.caused("INC-000001", number, "Once more"));
      caused.notCaused("INC-000001", number, "It was the network");
      isRefused("incident.not-caused", () -> caused.notCaused("INC-000001", number, "Again"));
      isRefused(
          "change.not-begun", () -> caused.caused("INC-000001", desk.approved(), "Before it was"));
    }

    @Test
    void whatWasBackedOutIsNoSuccess() {
      String number = failed();
      work(number, "userTask_backOutChange", "YES");
      investigate(number);
      desk.fire("event_reviewBegins");
      isRefused("change.outcome-contradicts", () -> review(number, "SUCCESSFUL"));
      review(number, "UNSUCCESSFUL");
      assertThat(desk.change(number).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void v16AnEmergencyIsApprovedAfterwardsInTwoWorkingDaysAndThenReviewed() {
      String number = desk.assessed(asked().urgent("Mail is down"));
      desk.decide(number, Verdict.APPROVED, null);
      desk.fire("event_windowBegins");
      work(number, "userTask_carryOutChange", "YES");
      work(number, "userTask_verifyChange", "YES");
      var task = desk.task(number, "userTask_approveAfterwards");
      assertThat(desk.offeredTo(task)).containsExactly("cab-chairs");
      assertThat(task.getDueDate()).isNotNull();
      desk.as(ChangeDesk.REQUESTER);
      isRefused(
          "duties.conflict",
          () ->
              desk.complete(
                  number,
                  "userTask_approveAfterwards",
                  Map.of("outcome", "YES", "note", "Of course")));
      desk.as(new Actor("cab-chair", Set.of("cab-chairs")));
      desk.complete(
          number, "userTask_approveAfterwards", Map.of("outcome", "NO", "note", "Too early"));
      assertThat(desk.change(number).status()).isEqualTo(Status.REVIEW);
      assertThat(stepsOf(number)).contains(WorkStep.AFTERWARDS);
      desk.fire("event_reviewBegins");
      review(number, "SUCCESSFUL");
      assertThat(desk.change(number).status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void whoeverDidTheWorkDoesNotReviewIt() {
      String number = begun();
      desk.as(MANAGER);
      desk.complete(
          number, "userTask_carryOutChange", Map.of("outcome", "YES", "note", "I did it"));
      work(number, "userTask_verifyChange", "YES");
      desk.fire("event_reviewBegins");
      isRefused("duties.conflict", () -> review(number, "SUCCESSFUL"));
    }
  }
}
