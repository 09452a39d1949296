package org.itsmsuite.change.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.change.process.ChangeDesk.MANAGER;
import static org.itsmsuite.change.process.ChangeDesk.MONDAY_NINE;
import static org.itsmsuite.change.process.ChangeDesk.REQUESTER;
import static org.itsmsuite.change.process.ChangeDesk.SATURDAY;
import static org.itsmsuite.change.process.ChangeDesk.asked;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.Change;
import org.itsmsuite.change.Decision;
import org.itsmsuite.change.FailureHistory;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.Implementation;
import org.itsmsuite.change.Outcome;
import org.itsmsuite.change.RiskFactor;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.TemplateUse;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.Window;
import org.itsmsuite.change.WindowFinding;
import org.itsmsuite.change.WindowVerdict;
import org.itsmsuite.engine.EngineRefusals;
import org.itsmsuite.refusal.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each way through the models, told as a story; together they pass every node and every flow. */
class ChangeApprovalProcessTest {

  private static final ChangeDesk DESK = new ChangeDesk(true);

  @RegisterExtension static ProcessEngineCoverageExtension coverage = DESK.demanding(1.0);

  private final ChangeDesk desk = DESK;

  @BeforeEach
  void assertOnThisEngine() {
    BpmnAwareTests.init(DESK.engine);
    DESK.notifications.clear();
    DESK.at(MONDAY_NINE);
  }

  @AfterEach
  void nothingIsStoredButWhichAssessmentATaskIs() {
    desk.others.windows = (change, moment) -> WindowVerdict.CLEAR;
    desk.others.results = items -> new FailureHistory(0, List.of());
    desk.others.voids = (change, why) -> {};
    desk.others.takers = (change, record) -> false;
    assertThat(
            Set.of(
                "assessment",
                "loopCounter",
                "nrOfInstances",
                "nrOfActiveInstances",
                "nrOfCompletedInstances"))
        .containsAll(desk.storedVariables());
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

  @Nested
  class FromTheRequestToTheReviewedResult {

    @Test
    void aWholeRequestIsRecordedCategorisedAndAssessed() {
      String number = desk.requested();

      BpmnAwareTests.assertThat(desk.process(number))
          .hasPassedInOrder(
              "startEvent_changeRequested",
              "serviceTask_recordChange",
              "businessRuleTask_categoriseChange")
          .hasNotPassed("userTask_completeRequest")
          .isWaitingAt("callActivity_assessChange");
      Change change = desk.change(number);
      assertThat(change.status()).isEqualTo(Status.ASSESSMENT);
      assertThat(change.category()).isEqualTo(Category.NORMAL);
      assertThat(change.run().key()).isEqualTo("change-approval");
      assertThat(desk.told(number)).containsExactly("change-requested user:requester");
    }

    @Test
    void whatIsJudgedPlannedDoneAndReviewedIsClosed() {
      String number = desk.scheduled();
      assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
      desk.implement(number, Implementation.IMPLEMENTED);
      assertThat(desk.change(number).status()).isEqualTo(Status.REVIEW);
      desk.review(number, Outcome.SUCCESSFUL);

      Change change = desk.change(number);
      assertThat(desk.process(number)).isNull();
      assertThat(change.status()).isEqualTo(Status.CLOSED);
      assertThat(change.result().outcome()).isEqualTo(Outcome.SUCCESSFUL);
      assertThat(desk.factsOf(number))
          .containsSubsequence(
              "change.requested",
              "change.recorded",
              "change.categorised",
              "change.assessmentsAsked",
              "change.assessed",
              "change.riskScored",
              "change.decided",
              "change.scheduled",
              "change.scheduleCommunicated",
              "change.implementationStarted",
              "change.implemented",
              "change.reviewed",
              "change.closed");
      assertThat(desk.told(number))
          .contains(
              "change-scheduled user:requester",
              "change-scheduled group:third-level",
              "change-scheduled group:second-level",
              "change-scheduled user:customer-contact",
              "change-ended user:requester");
    }

    @Test
    void aChangeThatWasBackedOutIsReviewedAsWell() {
      String number = desk.scheduled();
      desk.implement(number, Implementation.BACKED_OUT);
      desk.review(number, Outcome.UNSUCCESSFUL);

      assertThat(desk.change(number).status()).isEqualTo(Status.CLOSED);
      assertThat(desk.change(number).result().implementation())
          .isEqualTo(Implementation.BACKED_OUT);
    }

    @Test
    void withoutAnOutcomeNothingIsClosed() {
      String number = desk.scheduled();
      desk.implement(number, Implementation.IMPLEMENTED);

      isRefused("change.no-outcome", () -> desk.complete(number, "userTask_review", Map.of()));
      assertThat(desk.change(number).status()).isEqualTo(Status.REVIEW);
    }

    @Test
    void aChangeThatCouldNotBeBegunIsScheduledAgain() {
      String number = desk.scheduled();
      desk.implement(number, Implementation.NOT_STARTED);

      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_scheduleChange");
      assertThat(desk.change(number).isApproved()).isTrue();
      assertThat(desk.change(number).isScheduled()).isFalse();
    }

    @Test
    void nothingIsBegunOutsideOfTheSchedule() {
      String number = desk.approved();
      isRefused("change.not-scheduled", () -> desk.steps.implementationStarted(number));
    }

    @Test
    void nothingIsScheduledWithoutAnApproval() {
      String number = desk.assessed();
      isRefused("change.not-approved", () -> desk.steps.scheduled(number, SATURDAY));
    }
  }

  @Nested
  class WhatTheRequestLacks {

    @Test
    void aRequestWithoutBackOutPlanIsCompletedFirst() {
      String number = desk.requested(asked().withoutBackOut());
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("userTask_completeRequest");
      assertThat(desk.offeredTo(desk.task(number, "userTask_completeRequest")))
          .containsExactly("change-managers");
      assertThat(desk.change(number).missing()).containsExactly("backOutPlan");

      desk.as(MANAGER);
      desk.complete(number, "userTask_completeRequest", completion("Put the old one back"));

      assertThat(desk.change(number).backOutPlan()).isEqualTo("Put the old one back");
      assertThat(desk.change(number).items()).containsExactly("mail-server", "archive");
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_assessChange");
    }

    @Test
    void editingMayCompleteItToo() {
      String number = desk.requested(asked().withoutBackOut());
      desk.as(REQUESTER);
      desk.changes.edit(number, asked().made());

      assertThat(desk.change(number).status()).isEqualTo(Status.ASSESSMENT);
      assertThat(desk.open(number)).containsExactly("userTask_assessChange");
      assertThat(desk.factsOf(number)).doesNotContain("change.approvalVoided");
    }

    @Test
    void withoutItemsItIsNotComplete() {
      String number = desk.requested(asked().touching());
      desk.as(MANAGER);
      Map<String, Object> values = completion("Put the old one back");
      values.remove("items");

      isRefused(
          "change.incomplete", () -> desk.complete(number, "userTask_completeRequest", values));
      assertThat(desk.change(number).status()).isEqualTo(Status.NEW);
    }

    @Test
    void aWindowThatEndsBeforeItStartsIsRefusedWhileCompleting() {
      String number = desk.requested(asked().withoutBackOut());
      desk.as(MANAGER);
      Map<String, Object> values = completion("Put the old one back");
      values.put("to", "2026-03-07T19:00:00Z");

      isRefused(
          "change.window-ends-before-it-starts",
          () -> desk.complete(number, "userTask_completeRequest", values));
    }

    @Test
    void aTimeThatIsNoneIsRefused() {
      String number = desk.requested(asked().withoutBackOut());
      desk.as(MANAGER);
      Map<String, Object> values = completion("Put the old one back");
      values.put("from", "on Saturday");

      isRefused(
          "request.wrong-value", () -> desk.complete(number, "userTask_completeRequest", values));
    }

    private Map<String, Object> completion(String backOut) {
      Map<String, Object> values = new HashMap<>();
      values.put("items", "mail-server, archive\nmail-server");
      values.put("from", "2026-03-07T20:00:00Z");
      values.put("to", "2026-03-07T22:00:00Z");
      values.put("implementationPlan", "Stop, start");
      values.put("backOutPlan", backOut);
      return values;
    }
  }

  @Nested
  class Categories {

    private Category of(ChangeDesk.Asked asked) {
      return desk.change(desk.requested(asked)).category();
    }

    @Test
    void aNewServiceIsMajor() {
      assertThat(of(asked().about(Subject.SERVICE, Action.ADD, Impact.LOW)))
          .isEqualTo(Category.MAJOR);
    }

    @Test
    void whatCannotWaitIsAnEmergency() {
      String number = desk.requested(asked().urgent("Nobody gets mail"));
      assertThat(desk.change(number).category()).isEqualTo(Category.EMERGENCY);
      assertThat(desk.change(number).currentAssessments())
          .allSatisfy(
              one -> assertThat(one.dueAt()).isEqualTo(MONDAY_NINE.plus(Duration.ofHours(1))));
    }

    @Test
    void theManagementSystemIsAssessedByThoseWhoOwnItsProcesses() {
      String number =
          desk.requested(asked().about(Subject.SMS, Action.MODIFY, Impact.LOW).touching());
      assertThat(desk.change(number).assessment("RISK").orElseThrow().group())
          .isEqualTo("process-owners");
    }
  }

  @Nested
  class ApprovedInAdvance {

    @Test
    void v15AReleasedTemplateLeadsToTheScheduleWithoutAVote() {
      desk.released("restart");
      String number = desk.requested(asked().by("restart"));

      Change change = desk.change(number);
      assertThat(change.category()).isEqualTo(Category.PRE_APPROVED);
      assertThat(change.template()).isEqualTo(new TemplateUse("restart", 1));
      assertThat(change.isApproved()).isTrue();
      assertThat(change.implementationPlan()).isEqualTo("Press the button");
      assertThat(change.group()).isEqualTo("second-level");
      BpmnAwareTests.assertThat(desk.process(number))
          .hasNotPassed("callActivity_assessChange", "callActivity_decideChange")
          .isWaitingAt("callActivity_scheduleChange");
      desk.schedule(number);
      assertThat(desk.change(number).status()).isEqualTo(Status.SCHEDULED);
    }

    @Test
    void v15AChangeKeepsTheVersionItWasMadeFrom() {
      desk.released("restart-twice");
      desk.released("restart-twice");
      desk.released("restart-twice");
      String number = desk.requested(asked().by("restart-twice"));
      desk.released("restart-twice");

      assertThat(desk.change(number).template().version()).isEqualTo(3);
    }

    @Test
    void v15MoreThanAThousandItemsMakeItANormalChange() {
      desk.released("restart-many");
      assertThat(category(asked().by("restart-many").touching(ids(1000))))
          .isEqualTo(Category.PRE_APPROVED);
      assertThat(category(asked().by("restart-many").touching(ids(1001))))
          .isEqualTo(Category.NORMAL);
    }

    private String[] ids(int many) {
      return IntStream.range(0, many).mapToObj(n -> "item-" + n).toArray(String[]::new);
    }

    private Category category(ChangeDesk.Asked asked) {
      return desk.change(desk.requested(asked)).category();
    }

    @Test
    void v15AnItemOfAKindThatNoTemplateMayTouchMakesItANormalChange() {
      desk.released("restart-safe");
      assertThat(category(asked().by("restart-safe").touching("mail-server", "safe-of-the-bank")))
          .isEqualTo(Category.NORMAL);
    }

    @Test
    void aTemplateThatHasExpiredIsNoApproval() {
      desk.released("restart-old");
      desk.as(REQUESTER);
      desk.at(Instant.parse("2026-04-05T00:00:00Z"));
      String number = desk.changes.request(asked().by("restart-old").in(null).made()).number();

      assertThat(desk.change(number).category()).isEqualTo(Category.NORMAL);
      assertThat(desk.change(number).isApproved()).isFalse();
      assertThat(desk.change(number).template()).isEqualTo(new TemplateUse("restart-old", 1));
    }

    @Test
    void aTemplateOutOfUseIsNoApproval() {
      desk.released("restart-gone");
      desk.templates.retire("restart-gone", 1, "There is no button any more");
      assertThat(category(asked().by("restart-gone"))).isEqualTo(Category.NORMAL);
      assertThat(desk.templates.usable()).noneMatch(one -> one.id().equals("restart-gone"));
    }

    @Test
    void aDraftIsNoTemplateAndItsAuthorDoesNotReleaseIt() {
      desk.as(MANAGER);
      var text = desk.templates.newest(desk.released("restart-first")).orElseThrow().text();
      desk.as(MANAGER);
      desk.templates.draft("restart-draft", text);

      isRefused(
          "duties.conflict",
          () -> desk.templates.release("restart-draft", 1, MONDAY_NINE.plus(Duration.ofDays(9))));
      isRefused("change.unknown-template", () -> desk.requested(asked().by("restart-draft")));
    }

    @Test
    void aTemplateForSomeItemsIsForNoOthers() {
      desk.released("restart-mail", "mail-server");
      assertThat(category(asked().by("restart-mail"))).isEqualTo(Category.PRE_APPROVED);
      isRefused(
          "change.item-not-of-template",
          () -> desk.requested(asked().by("restart-mail").touching("archive")));
    }

    @Test
    void aReleasedVersionIsNotReleasedAgainAndNoneIntoThePast() {
      desk.released("restart-again");
      desk.as(ChangeDesk.APPROVER);
      isRefused(
          "change.template-released",
          () -> desk.templates.release("restart-again", 1, MONDAY_NINE.plus(Duration.ofDays(9))));
      isRefused(
          "change.template-not-found",
          () -> desk.templates.release("restart-again", 2, MONDAY_NINE));
    }

    @Test
    void editingItsWindowLeadsThroughTheTableAgain() {
      desk.released("restart-later");
      String number = desk.requested(asked().by("restart-later"));
      desk.changes.edit(
          number,
          asked().in(new Window(SATURDAY.to(), SATURDAY.to().plus(Duration.ofHours(2)))).made());

      assertThat(desk.change(number).category()).isEqualTo(Category.PRE_APPROVED);
      assertThat(desk.change(number).implementationPlan()).isEqualTo("Press the button");
      assertThat(desk.open(number)).containsExactly("userTask_schedule");
    }
  }

  @Nested
  class Assessing {

    @Test
    void theTableSaysWhoIsAskedSideBySide() {
      String number = desk.requested(asked().about(Subject.COMPONENT, Action.MODIFY, Impact.HIGH));

      List<String> asked = new ArrayList<>();
      for (var task : desk.tasks(number)) {
        asked.add(desk.kind(task) + " " + desk.offeredTo(task));
        assertThat(task.getDueDate()).isNotNull();
        assertThat(task.getName())
            .isEqualTo(
                "Assess change, "
                    + desk.kind(task).toLowerCase(Locale.ROOT)
                    + ": "
                    + number
                    + " Replace the mail server");
      }
      assertThat(asked)
          .containsExactlyInAnyOrder(
              "RISK [change-managers]",
              "SECURITY [security-team]",
              "COST [service-level-managers]",
              "CAPACITY [third-level]");
    }

    @Test
    void nothingIsDecidedBeforeTheLastAnswer() {
      String number = desk.requested();
      assertThat(desk.tasks(number)).hasSizeGreaterThan(1);
      isRefused("change.assessment-missing", () -> desk.steps.riskScored(number, List.of(), "t"));
      desk.as(ChangeDesk.SOMEBODY_ASKED);
      desk.engine
          .getTaskService()
          .complete(
              desk.tasks(number).stream()
                  .filter(one -> desk.kind(one).equals("COST"))
                  .findFirst()
                  .orElseThrow()
                  .getId(),
              Map.of("result", "NOT_NEEDED", "text", "It costs nothing"));

      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_assessChange");
      var cost = desk.change(number).assessment("COST").orElseThrow();
      assertThat(cost.needed()).isFalse();
      assertThat(cost.text()).isEqualTo("It costs nothing");
      assertThat(cost.assessor()).isEqualTo("specialist");
    }

    @Test
    void theRiskIsTheSumOfWhatMatchedWithItsWords() {
      desk.others.results = items -> new FailureHistory(3, List.of("CHG-000900", "CHG-000800"));
      desk.others.windows =
          (change, moment) ->
              new WindowVerdict(
                  List.of(
                      new WindowFinding(
                          "DEPENDENCY",
                          WindowFinding.Severity.WARN,
                          "schedule.dependency",
                          "Another change meets it",
                          List.of("mail-server"),
                          "CHG-000700",
                          Window.Overlap.PARTLY,
                          List.of())));
      String number = desk.requested();
      desk.assess(number, "impact", "HIGH", "probability", "HIGH", "tested", "NO");

      var risk = desk.change(number).risk();
      assertThat(risk.explanation())
          .contains(
              new RiskFactor("probability", "HIGH", 3, "A failure is probable"),
              new RiskFactor("highestImpact", "HIGH", 3, "An assessment finds a high impact"),
              new RiskFactor(
                  "failedChanges", "2", 2, "Several recent changes of these items have failed"),
              new RiskFactor("windowFindings", "WARN", 1, "Something speaks against the window"))
          .hasSize(7);
      assertThat(risk.score())
          .isEqualTo(risk.explanation().stream().mapToInt(RiskFactor::points).sum())
          .isEqualTo(11);
      assertThat(risk.level()).isEqualTo(RiskLevel.VERY_HIGH);
      assertThat(risk.tableVersion()).isEqualTo("change-risk:1");
      assertThat(desk.change(number).status()).isEqualTo(Status.APPROVAL);
    }

    @Test
    void whoeverIsLateIsToldWithTheManagers() {
      String number = desk.requested();
      desk.notifications.clear();
      desk.fire("event_assessmentOverdue");

      assertThat(desk.told(number))
          .contains(
              "change-assessment-overdue group:security-team",
              "change-assessment-overdue group:change-managers");
      assertThat(desk.open(number)).containsExactly("userTask_assessChange");
    }

    @Test
    void aSecondAnswerToWhatNobodyAsksIsRefused() {
      String number = desk.requested();
      isRefused(
          "change.assessment-unknown",
          () -> desk.steps.assessed(number, "WEATHER", true, "LOW", "Sunny", Map.of()));
    }
  }

  @Nested
  class Deciding {

    @Test
    void rejectedIsTheEnd() {
      String number = desk.assessed();
      desk.decide(number, Verdict.REJECTED, null);

      assertThat(desk.process(number)).isNull();
      assertThat(desk.hasPassed(number, "callActivity_reviewChange")).isFalse();
      assertThat(desk.change(number).status()).isEqualTo(Status.REJECTED);
      assertThat(desk.told(number)).contains("change-ended user:requester");
    }

    @Test
    void whatIsPutOffIsTakenUpAgainWhenItsTimeHasCome() {
      String number = desk.assessed();
      Instant until = MONDAY_NINE.plus(Duration.ofDays(30));
      desk.decide(number, Verdict.DEFERRED, until);
      assertThat(desk.change(number).status()).isEqualTo(Status.DEFERRED);
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("event_deferralOver");

      desk.fire("event_deferralOver");

      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_decideChange");
      assertThat(desk.change(number).status()).isEqualTo(Status.APPROVAL);
    }

    @Test
    void nothingIsPutOffIntoThePast() {
      String number = desk.assessed();
      isRefused(
          "change.deferred-into-the-past",
          () ->
              desk.steps.decided(
                  number, new Decision(Verdict.DEFERRED, "later", MONDAY_NINE, null, null)));
    }

    @Test
    void whereMoreMustBeKnownEverybodyIsAskedAgain() {
      String number = desk.assessed();
      desk.decide(number, Verdict.MORE_DATA, null);

      Change change = desk.change(number);
      assertThat(change.status()).isEqualTo(Status.ASSESSMENT);
      assertThat(change.round()).isEqualTo(2);
      assertThat(change.risk()).isNull();
      assertThat(change.currentAssessments()).noneMatch(one -> one.isDone());
      assertThat(change.assessments())
          .filteredOn(one -> one.round() == 1)
          .allMatch(one -> one.isDone());
    }
  }

  @Nested
  class NothingHasBeenTouchedYet {

    @Test
    void itIsWithdrawnAtAnyTime() {
      for (String number :
          List.of(
              desk.requested(asked().withoutBackOut()),
              desk.requested(),
              desk.assessed(),
              desk.approved(),
              desk.scheduled(),
              deferred())) {
        desk.changes.withdraw(number, "Not needed any more");

        assertThat(desk.process(number)).isNull();
        assertThat(desk.tasks(number)).isEmpty();
        assertThat(desk.change(number).status()).isEqualTo(Status.WITHDRAWN);
        assertThat(desk.told(number)).contains("change-ended user:requester");
      }
    }

    private String deferred() {
      String number = desk.assessed();
      desk.decide(number, Verdict.DEFERRED, MONDAY_NINE.plus(Duration.ofDays(30)));
      return number;
    }

    @Test
    void onceItIsBegunItIsNotWithdrawn() {
      String number = desk.scheduled();
      desk.steps.implementationStarted(number);

      isRefused("change.under-implementation", () -> desk.changes.withdraw(number, "Oh no"));
      isRefused("change.under-implementation", () -> desk.changes.edit(number, asked().made()));
    }

    @Test
    void whatIsOverIsNotWithdrawn() {
      String number = desk.requested();
      desk.changes.withdraw(number, "Not needed any more");
      isRefused("change.not-open", () -> desk.changes.withdraw(number, "Really not"));
    }

    @Test
    void v17AnotherWindowAfterTheApprovalVoidsItAndLeadsBackToTheAssessment() {
      List<String> heard = new ArrayList<>();
      desk.others.voids = (change, why) -> heard.add(change.number() + ": " + why);
      String number = desk.scheduled();
      desk.as(REQUESTER);
      desk.changes.edit(
          number,
          asked()
              .in(
                  new Window(
                      SATURDAY.from().plus(Duration.ofDays(7)),
                      SATURDAY.to().plus(Duration.ofDays(7))))
              .made());

      Change change = desk.change(number);
      assertThat(heard)
          .containsExactly(number + ": Items, window, plan or kind of the change were edited");
      assertThat(change.isApproved()).isFalse();
      assertThat(change.isScheduled()).isFalse();
      assertThat(change.round()).isEqualTo(2);
      assertThat(change.status()).isEqualTo(Status.ASSESSMENT);
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_assessChange");
      assertThat(desk.open(number)).containsExactly("userTask_assessChange");
      assertThat(desk.factsOf(number)).contains("change.caseEdited", "change.approvalVoided");
      assertThat(desk.told(number)).contains("change-approval-void user:requester");
    }

    @Test
    void v17OtherItemsWhilePeopleVoteEndTheVote() {
      List<String> heard = new ArrayList<>();
      desk.others.voids = (change, why) -> heard.add(change.number());
      String number = desk.assessed();
      desk.changes.edit(number, asked().touching("mail-server", "archive").made());

      assertThat(heard).containsExactly(number);
      assertThat(desk.open(number)).containsExactly("userTask_assessChange");
      assertThat(desk.change(number).items()).containsExactly("mail-server", "archive");
    }

    @Test
    void otherWordsChangeNothingOfTheApproval() {
      String number = desk.approved();
      var same = asked().made();
      desk.changes.edit(
          number,
          new org.itsmsuite.change.NewChange(
              "Replace the slow mail server",
              same.description(),
              same.reason(),
              same.benefit(),
              null,
              null,
              same.service(),
              same.subject(),
              same.action(),
              same.impact(),
              null,
              null,
              null,
              same.items(),
              same.from(),
              same.to(),
              same.implementationPlan(),
              same.testPlan(),
              same.backOutPlan(),
              same.group(),
              null));

      assertThat(desk.change(number).isApproved()).isTrue();
      assertThat(desk.open(number)).containsExactly("userTask_schedule");
      assertThat(desk.factsOf(number)).contains("change.reworded");
    }

    @Test
    void whatCannotBeScheduledAsApprovedIsCategorisedAndAssessedAgain() {
      String number = desk.approved();
      desk.steps.approvalVoided(number, "Frozen until January");
      desk.complete(number, "userTask_schedule", Map.of());

      assertThat(desk.change(number).round()).isEqualTo(2);
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_assessChange");
    }

    @Test
    void whatMayNotBeBegunBecauseItsApprovalIsVoidIsAssessedAgain() {
      String number = desk.scheduled();
      desk.steps.approvalVoided(number, "Another change took the place");
      desk.implement(number, Implementation.NOT_STARTED);

      assertThat(desk.change(number).round()).isEqualTo(2);
      BpmnAwareTests.assertThat(desk.process(number)).isWaitingAt("callActivity_assessChange");
    }
  }

  @Nested
  class WhoWaitsHearsOfTheEnd {

    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
      desk.others.takers =
          (change, record) -> heard.add(record + " " + change.status() + " " + change.number());
    }

    @Test
    void theChangeOfARestrictedRecordTellsItsTitleInNoTask() {
      desk.as(MANAGER);
      desk.restrictions.restrict("INC-000009");
      desk.restrictions.name("INC-000009", "user:change-manager");
      String number =
          desk.changes.neededBy("INC-000009", java.util.UUID.randomUUID(), asked().made()).number();

      assertThat(desk.restrictions.isRestricted(number)).isTrue();
      assertThat(desk.restrictions.concerned(number)).containsExactly("user:change-manager");
      assertThat(desk.tasks(number))
          .isNotEmpty()
          .allSatisfy(task -> assertThat(task.getName()).endsWith(": " + number));
      String task = desk.tasks(number).get(0).getId();
      assertThat(desk.facts.of(number, "userTask_assessChange", task)).isNotEmpty();
      desk.as(ChangeDesk.APPROVER);
      assertThat(desk.facts.of(number, "userTask_assessChange", task)).isEmpty();
    }

    @Test
    void anIncidentAndAProblemHearWhateverCameOfIt() {
      String closed = desk.scheduled();
      desk.store.addWaiting(closed, "INC-000001", MONDAY_NINE);
      desk.store.addWaiting(closed, "PRB-000002", MONDAY_NINE);
      desk.implement(closed, Implementation.IMPLEMENTED);
      desk.review(closed, Outcome.SUCCESSFUL_WITH_ISSUES);
      String rejected = desk.assessed();
      desk.store.addWaiting(rejected, "INC-000003", MONDAY_NINE);
      desk.decide(rejected, Verdict.REJECTED, null);
      String withdrawn = desk.requested();
      desk.store.addWaiting(withdrawn, "PRB-000004", MONDAY_NINE);
      desk.changes.withdraw(withdrawn, "Not needed any more");

      assertThat(heard)
          .containsExactlyInAnyOrder(
              "INC-000001 CLOSED " + closed,
              "PRB-000002 CLOSED " + closed,
              "INC-000003 REJECTED " + rejected,
              "PRB-000004 WITHDRAWN " + withdrawn);
      assertThat(desk.hasPassed(closed, "throwEvent_incidentTold")).isTrue();
      assertThat(desk.hasPassed(closed, "throwEvent_problemTold")).isTrue();
      assertThat(desk.hasPassed(rejected, "throwEvent_problemTold")).isFalse();
    }
  }

  @Nested
  class WhatIsTouched {

    @Test
    void theServicesThatDependOnTheItemsAreNamed() {
      String number = desk.requested(asked().touching("archive"));
      assertThat(desk.change(number).services()).containsExactly("email", "payroll");
    }

    @Test
    void aCriticalItemMakesAHighImpactMajor() {
      assertThat(
              desk.change(
                      desk.requested(
                          asked()
                              .about(Subject.COMPONENT, Action.MODIFY, Impact.HIGH)
                              .touching("critical-switch")))
                  .category())
          .isEqualTo(Category.MAJOR);
    }

    @Test
    void itemsThatDoNotExistAreAllNamed() {
      assertThatThrownBy(() -> desk.requested(asked().touching("no-such-a", "x", "no-such-b")))
          .hasMessageContaining("no-such-a, no-such-b");
      isRefused("change.unknown-item", () -> desk.requested(asked().touching("no-such")));
      String number = desk.requested();
      isRefused(
          "change.unknown-item",
          () -> desk.changes.edit(number, asked().touching("no-such").made()));
      assertThat(desk.change(number).items()).containsExactly("mail-server");
    }

    @Test
    void whoAssessesSeesTheWholeCase() {
      String number = desk.requested();
      var form = desk.facts.of(number, "userTask_assessChange", desk.tasks(number).get(0).getId());
      assertThat(form)
          .containsEntry("itemNames", "mail server (mail-server)")
          .containsEntry("affected", "What runs on mail-server")
          .containsEntry(
              "window", "2026-03-07 21:00 (Europe/Amsterdam) – 2026-03-07 23:00 (Europe/Amsterdam)")
          .containsKeys("assessmentKind", "assessmentName", "backOutPlan", "category");
    }
  }

  @Nested
  class WhatIsNotTaken {

    @Test
    void aWindowThatEndsBeforeItStarts() {
      var made = asked().made();
      isRefused(
          "change.window-ends-before-it-starts",
          () ->
              desk.changes.request(
                  new org.itsmsuite.change.NewChange(
                      made.title(),
                      null,
                      made.reason(),
                      null,
                      null,
                      null,
                      "email",
                      made.subject(),
                      made.action(),
                      made.impact(),
                      null,
                      null,
                      null,
                      made.items(),
                      made.to(),
                      made.from(),
                      null,
                      null,
                      null,
                      null,
                      null)));
    }

    @Test
    void aWindowThatIsForbidden() {
      desk.others.windows =
          (change, moment) ->
              new WindowVerdict(
                  List.of(
                      new WindowFinding(
                          "FREEZE",
                          WindowFinding.Severity.BLOCK,
                          "schedule.freeze",
                          "Frozen until January",
                          List.of(),
                          null,
                          null,
                          List.of())));
      isRefused("change.window-blocked", () -> desk.requested());
    }

    @Test
    void aProcessStartedByHand() {
      isRefused(
          "change.not-recorded",
          () -> desk.engine.getRuntimeService().startProcessInstanceByKey("change-approval", "X"));
    }
  }
}
