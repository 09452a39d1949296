package org.itsmsuite.change.vote.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.itsmsuite.change.process.ChangeDesk.MANAGER;
import static org.itsmsuite.change.process.ChangeDesk.MONDAY_NINE;
import static org.itsmsuite.change.process.ChangeDesk.REQUESTER;
import static org.itsmsuite.change.process.ChangeDesk.SATURDAY;
import static org.itsmsuite.change.process.ChangeDesk.asked;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.itsmsuite.calendar.ConfiguredCalendars;
import org.itsmsuite.calendar.InMemoryCalendarVersions;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.change.Action;
import org.itsmsuite.change.ChangeNews;
import org.itsmsuite.change.Impact;
import org.itsmsuite.change.StandIns;
import org.itsmsuite.change.Status;
import org.itsmsuite.change.Subject;
import org.itsmsuite.change.Verdict;
import org.itsmsuite.change.process.ChangeDesk;
import org.itsmsuite.change.vote.Ballot;
import org.itsmsuite.change.vote.BoardWeights;
import org.itsmsuite.change.vote.Boards;
import org.itsmsuite.change.vote.Choice;
import org.itsmsuite.change.vote.Member;
import org.itsmsuite.change.vote.Result;
import org.itsmsuite.change.vote.Vote;
import org.itsmsuite.change.vote.VoteFacts;
import org.itsmsuite.change.vote.Votes;
import org.itsmsuite.change.vote.store.InMemoryVoteStore;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.deputy.StandIn;
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

/** Every way through deciding and voting, as stories. The board is a (chair), b, c, d and e. */
class VoteProcessTest {

  private static final ChangeDesk DESK = new ChangeDesk(true, new StandIns("change-decision"));
  private static final Map<String, List<String>> GROUPS = new HashMap<>();
  private static final Map<String, String> DEPUTIES = new HashMap<>();
  private static final Set<String> NOBODY = new java.util.HashSet<>();
  private static final Map<String, Set<String>> ATTENDING = new HashMap<>();
  private static final Votes VOTES = votes();

  @RegisterExtension
  static ProcessEngineCoverageExtension coverage =
      DESK.demanding(
          1.0,
          "change-approval",
          "change-assessment",
          "change-scheduling",
          "change-implementation",
          "change-review");

  private final ChangeDesk desk = DESK;

  private static Votes votes() {
    var time = new EngineClock();
    var content = new FolderContent(Path.of(""));
    var groups = new ConfiguredSupportGroups(content);
    var boards =
        new Boards() {
          @Override
          public List<String> members(String group) {
            return GROUPS.getOrDefault(group, List.of());
          }

          @Override
          public Set<String> groupsOf(String account) {
            return actor(account).groups();
          }
        };
    var votes =
        new Votes(
            new InMemoryVoteStore(),
            DESK.steps,
            boards,
            new BoardWeights(Map.of("cab-chairs", 2)),
            DESK::duties,
            () ->
                (account, work) ->
                    NOBODY.contains(account)
                        ? new StandIn(null, StandIn.Why.CONFLICTED, List.of(account))
                        : DEPUTIES.containsKey(account)
                            ? new StandIn(
                                DEPUTIES.get(account), StandIn.Why.DEPUTY, List.of(account))
                            : new StandIn(account, StandIn.Why.PRESENT, List.of(account)),
            new ConfiguredCalendars(content, new InMemoryCalendarVersions(), time),
            DESK::actor,
            new ChangeNews(
                DESK.notifications,
                new ConfiguredCatalogue(content, groups),
                java.time.ZoneId.of("Europe/Amsterdam")),
            DESK.ledger,
            time,
            board -> Optional.ofNullable(ATTENDING.get(board)),
            () ->
                new EngineVoteFlow(DESK.engine.getTaskService(), DESK.engine.getRuntimeService()));
    DESK.moreFacts.add(new VoteFacts(votes));
    DESK.beans.publish("changeVote", new ChangeVoteBean(votes));
    for (Object bean :
        List.of(
            new CastVoteListener(votes),
            new RemindVotersDelegate(votes),
            new CountVotesDelegate(votes),
            new ExtendVoteListener(votes),
            new RouteFactsListener(votes),
            new OpenVoteListener(votes),
            new CountFactsListener(votes),
            new FollowCountListener(votes, DESK.steps, DESK.engine.getRepositoryService()),
            new DecideOnChangeListener(votes, java.time.ZoneId.of("Europe/Amsterdam")))) {
      String name = bean.getClass().getSimpleName();
      DESK.beans.publish(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), bean);
    }
    return votes;
  }

  @BeforeEach
  void theBoardsAreFull() {
    GROUPS.clear();
    DEPUTIES.clear();
    NOBODY.clear();
    ATTENDING.clear();
    GROUPS.put("cab", new ArrayList<>(List.of("a", "b", "c", "d", "e")));
    GROUPS.put("cab-chairs", List.of("a"));
    GROUPS.put("ecab", List.of("x", "y", "z"));
    GROUPS.put("top-management", List.of("boss"));
    GROUPS.put("change-managers", List.of("change-manager"));
    desk.others.voids = VOTES;
    desk.at(MONDAY_NINE);
  }

  @AfterAll
  static void closeTheDesk() {
    DESK.close();
  }

  private static Actor actor(String account) {
    var groups = new java.util.HashSet<String>();
    GROUPS.forEach(
        (group, members) -> {
          if (members.contains(account)) {
            groups.add(group);
          }
        });
    return new Actor(account, groups);
  }

  private static void isRefused(String key, ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfies(
            thrown ->
                assertThat(EngineRefusals.in(thrown).map(Refusal::key))
                    .as("%s", thrown)
                    .hasValue(key));
  }

  /** A change whose risk is medium: the board's count decides. */
  private String asksTheBoard() {
    String number = desk.requested();
    desk.assess(number, "probability", "HIGH", "impact", "MEDIUM");
    return number;
  }

  private Task ballotOf(String number, String voter) {
    return desk.tasks(number).stream()
        .filter(one -> one.getTaskDefinitionKey().equals("userTask_castVote"))
        .filter(one -> voter.equals(one.getAssignee()))
        .findFirst()
        .orElseThrow(() -> new AssertionError(voter + " has no ballot in " + number));
  }

  private void vote(String number, String voter, Choice choice) {
    votes(number, voter, voter, choice);
  }

  private void votes(String number, String actor, String voter, Choice choice) {
    desk.as(actor(actor));
    desk.engine
        .getTaskService()
        .complete(
            ballotOf(number, voter).getId(),
            Map.of("choice", choice.name(), "why", actor + " says " + choice));
  }

  private Vote latest(String number) {
    return VOTES.latest(number);
  }

  private Verdict decided(String number) {
    return desk.change(number).decision() == null ? null : desk.change(number).decision().verdict();
  }

  @Nested
  class OfABoard {

    @Test
    void v01TwoYesAndOneNoApproveAtTheDeadline() {
      String number = asksTheBoard();
      vote(number, "a", Choice.YES);
      vote(number, "b", Choice.YES);
      vote(number, "c", Choice.NO);
      assertThat(decided(number)).isNull();
      desk.fire("event_voteDue");
      assertThat(latest(number).result()).isEqualTo(Result.APPROVED);
      assertThat(decided(number)).isEqualTo(Verdict.APPROVED);
      assertThat(desk.change(number).decision().tableVersion()).startsWith("cab-decision:");
    }

    @Test
    void v02WithoutAQuorumTheChairGetsOneExtension() {
      String number = asksTheBoard();
      vote(number, "a", Choice.YES);
      vote(number, "b", Choice.ABSTAIN);
      desk.fire("event_voteDue");
      assertThat(desk.open(number)).containsExactly("userTask_extendVote");
      desk.as(actor("a"));
      desk.complete(number, "userTask_extendVote", Map.of("choice", "EXTEND", "why", "Holidays"));
      assertThat(desk.tasks(number).stream().map(Task::getAssignee).sorted())
          .containsExactly("c", "d", "e");
      desk.fire("event_voteDue");
      assertThat(latest(number).result()).isEqualTo(Result.NO_QUORUM);
      assertThat(desk.open(number)).containsExactly("userTask_decideOnChange");
      isRefused("vote.no-quorum", () -> decide(number, "APPROVED"));
      decide(number, "REJECTED");
      assertThat(decided(number)).isEqualTo(Verdict.REJECTED);
    }

    private void decide(String number, String verdict) {
      desk.as(actor("a"));
      desk.complete(
          number, "userTask_decideOnChange", Map.of("verdict", verdict, "why", "Nobody came"));
    }

    @Test
    void v02TheChairMayEndItAtOnce() {
      String number = asksTheBoard();
      desk.fire("event_voteDue");
      desk.as(actor("a"));
      desk.complete(number, "userTask_extendVote", Map.of("choice", "END", "why", "Nobody cares"));
      assertThat(latest(number).result()).isEqualTo(Result.NO_QUORUM);
    }

    @Test
    void theChairEndsAVoteToPutTheChangeOffAndNothingIsApprovedThatWay() {
      String number = asksTheBoard();
      vote(number, "b", Choice.YES);
      desk.as(actor("b"));
      isRefused("vote.not-the-chair", () -> VOTES.stopped(number, "I want to"));
      desk.as(actor("a"));
      VOTES.stopped(number, "The supplier is on holiday");

      assertThat(latest(number).result()).isEqualTo(Result.STOPPED);
      assertThat(desk.open(number)).containsExactly("userTask_decideOnChange");
      isRefused("vote.stopped", () -> decide(number, "APPROVED"));
      isRefused("vote.stopped", () -> decide(number, "REJECTED"));
      isRefused("vote.none-open", () -> VOTES.stopped(number, "Again"));
      decide(number, "MORE_DATA");
      assertThat(desk.change(number).status()).isEqualTo(Status.ASSESSMENT);
    }

    @Test
    void onceItsEndWasReachedAVoteIsNotEndedByHand() {
      String number = asksTheBoard();
      desk.fire("event_voteDue");
      desk.as(actor("a"));
      isRefused("vote.due", () -> VOTES.stopped(number, "Too late"));
      assertThat(desk.open(number)).containsExactly("userTask_extendVote");
    }

    @Test
    void v03ThreeYesDecideEarlyAndTheOtherTasksEnd() {
      String number = asksTheBoard();
      vote(number, "a", Choice.YES);
      vote(number, "b", Choice.YES);
      vote(number, "c", Choice.YES);
      assertThat(decided(number)).isEqualTo(Verdict.APPROVED);
      assertThat(desk.open(number)).doesNotContain("userTask_castVote");
      assertThat(
              desk.ledger.of(number).stream()
                  .filter(one -> one.what().equals("vote.closed"))
                  .map(one -> one.after().get("because")))
          .containsExactly("decided");
    }

    @Test
    void v06AChangedBallotCountsAndBothStayUntilTheVoteIsClosed() {
      String number = asksTheBoard();
      vote(number, "a", Choice.YES);
      vote(number, "b", Choice.YES);
      desk.as(actor("b"));
      VOTES.cast(number, "b", Choice.NO, "On second thoughts");
      assertThat(VOTES.ballots(latest(number)))
          .filteredOn(one -> one.voter().equals("b"))
          .extracting(Ballot::choice)
          .containsExactly(Choice.YES, Choice.NO);
      vote(number, "c", Choice.NO);
      vote(number, "d", Choice.NO);
      assertThat(decided(number)).isEqualTo(Verdict.REJECTED);
      desk.as(actor("b"));
      isRefused("vote.none-open", () -> VOTES.cast(number, "b", Choice.YES, "Too late"));
    }

    @Test
    void v07ARoundStandsAlone() {
      String number = asksTheBoard();
      for (String voter : List.of("a", "b", "c")) {
        vote(number, voter, Choice.YES);
      }
      desk.as(MANAGER);
      desk.steps.approvalVoided(number, "Other items");
      desk.complete(number, "userTask_schedule", Map.of());
      desk.assess(number, "probability", "HIGH", "impact", "MEDIUM");
      assertThat(latest(number).number()).isEqualTo(2);
      for (String voter : List.of("a", "b", "c")) {
        vote(number, voter, Choice.NO);
      }
      assertThat(decided(number)).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void v12RuleAndMembersStayAsTheyWereWhenTheVoteWasOpened() {
      String number = asksTheBoard();
      GROUPS.get("cab").add("f");
      GROUPS.get("cab").remove("b");
      assertThat(latest(number).members().stream().map(Member::account))
          .containsExactly("a", "b", "c", "d", "e");
      vote(number, "b", Choice.YES);
      desk.as(actor("f"));
      isRefused("vote.no-member", () -> VOTES.cast(number, "f", Choice.YES, "Me too"));
    }

    @Test
    void v13SilenceNeverApproves() {
      String number = asksTheBoard();
      desk.fire("event_voteDue");
      assertThat(decided(number)).isNull();
      assertThat(desk.open(number)).containsExactly("userTask_extendVote");
    }

    @Test
    void whoeverHasNotVotedIsReminded() {
      String number = asksTheBoard();
      vote(number, "a", Choice.YES);
      desk.notifications.clear();
      desk.fire("event_reminderDue");
      assertThat(desk.told(number))
          .containsExactlyInAnyOrder(
              "change-vote-reminder user:b",
              "change-vote-reminder user:c",
              "change-vote-reminder user:d",
              "change-vote-reminder user:e");
    }

    @Test
    void theEngineStoresNoName() {
      asksTheBoard();
      assertThat(desk.storedVariables()).contains("voter").doesNotContain("choice", "why");
      assertThat(
              desk.engine
                  .getRuntimeService()
                  .createVariableInstanceQuery()
                  .variableName("voter")
                  .list())
          .extracting(one -> one.getValue().toString())
          .allMatch(value -> value.matches("[1-9][0-9]*"));
    }

    @Test
    void anEditedCaseEndsTheVote() {
      String number = asksTheBoard();
      desk.as(MANAGER);
      desk.steps.approvalVoided(number, "Another window");
      assertThat(latest(number).isOpen()).isFalse();
      assertThat(latest(number).result()).isNull();
      assertThat(desk.factsOf(number)).contains("vote.ended");
    }
  }

  @Nested
  class OfWhoMayVote {

    @Test
    void whoeverAsksForItOrCarriesItOutIsNoMember() {
      GROUPS.get("cab").add(REQUESTER.id());
      String number = desk.requested();
      desk.assess(number, "probability", "HIGH", "impact", "MEDIUM");
      assertThat(latest(number).members()).extracting(Member::account).doesNotContain("requester");
      desk.as(REQUESTER);
      isRefused("vote.no-member", () -> VOTES.cast(number, REQUESTER.id(), Choice.YES, "Mine"));
      isRefused("duties.conflict", () -> VOTES.cast(number, "b", Choice.YES, "For b"));
    }

    @Test
    void v09ADeputyVotesForWhoeverIsAwayAndKeepsTheirOwn() {
      String number = asksTheBoard();
      DEPUTIES.put("b", "d");
      votes(number, "d", "b", Choice.YES);
      vote(number, "d", Choice.NO);
      assertThat(VOTES.ballots(latest(number)))
          .extracting(Ballot::voter, Ballot::castBy, Ballot::how)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("b", "d", Ballot.How.DEPUTY),
              org.assertj.core.groups.Tuple.tuple("d", "d", Ballot.How.SELF));
    }

    @Test
    void v09AfterTheAbsenceTheDeputyIsRefused() {
      String number = asksTheBoard();
      isRefused("vote.not-yours", () -> votes(number, "d", "b", Choice.YES));
      assertThat(VOTES.ballots(latest(number))).isEmpty();
    }

    @Test
    void v10ADeputyWhoAsksForTheChangeIsRefused() {
      String number = asksTheBoard();
      DEPUTIES.put("b", REQUESTER.id());
      desk.as(REQUESTER);
      isRefused("duties.conflict", () -> VOTES.cast(number, "b", Choice.YES, "For b"));
    }

    @Test
    void aVoteAtThePageEndsTheTaskAndMayDecide() {
      String number = asksTheBoard();
      for (String voter : List.of("a", "b", "c")) {
        desk.as(actor(voter));
        VOTES.castAtThePage(number, voter, Choice.YES, "Fine");
      }
      assertThat(decided(number)).isEqualTo(Verdict.APPROVED);
      assertThat(VOTES.ballots(latest(number))).hasSize(3);
    }

    @Test
    void v10TheChairHearsThatNobodyMayVoteForAMember() {
      NOBODY.add("b");
      String number = asksTheBoard();
      assertThat(desk.told(number)).contains("change-vote-unattended group:cab-chairs");
      assertThat(ballotOf(number, "b").getAssignee()).isEqualTo("b");
      desk.notifications.clear();
      desk.fire("event_reminderDue");
      assertThat(desk.told(number)).contains("change-vote-unattended group:cab-chairs");
      desk.as(actor("a"));
      VOTES.recorded(number, "b", Choice.NO, "Too risky", "By telephone");
      assertThat(VOTES.outstanding(latest(number))).extracting(Member::account).doesNotContain("b");
    }

    @Test
    void v14ADelegatedBallotIsOutUntilTheDeputyHasCastIt() {
      String number = asksTheBoard();
      vote(number, "a", Choice.ABSTAIN);
      vote(number, "c", Choice.YES);
      vote(number, "d", Choice.NO);
      DEPUTIES.put("b", "d");
      vote(number, "e", Choice.ABSTAIN);
      assertThat(decided(number)).isNull();
      votes(number, "d", "b", Choice.NO);
      assertThat(decided(number)).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void theChairRecordsTheVoteOfSomebodyWhoAttends() {
      String number = asksTheBoard();
      desk.as(actor("c"));
      isRefused(
          "vote.not-the-chair", () -> VOTES.recorded(number, "b", Choice.YES, "Fine", "By mail"));
      desk.as(actor("a"));
      ATTENDING.put("cab", Set.of("b"));
      isRefused(
          "cab.not-attending", () -> VOTES.recorded(number, "c", Choice.YES, "Fine", "By mail"));
      VOTES.recorded(number, "b", Choice.YES, "Fine", null);
      assertThat(desk.form(number, "userTask_castVote").get("votes"))
          .isEqualTo("b, recorded by the chair: YES, Fine");
      assertThat(desk.tasks(number)).extracting(Task::getAssignee).doesNotContain("b");
    }
  }

  @Nested
  class OfBallotsThatCameAnotherWay {

    @Test
    void withoutASittingTheChairSaysHowTheVoteHasReachedThem() {
      String number = asksTheBoard();
      desk.as(actor("a"));
      ATTENDING.put("ecab", Set.of("x"));
      isRefused("vote.how-it-came", () -> VOTES.recorded(number, "b", Choice.YES, "Fine", " "));
      VOTES.recorded(number, "b", Choice.YES, "Fine", "By telephone");
      assertThat(
              desk.ledger.of(number).stream()
                  .filter(one -> one.what().equals("vote.cast"))
                  .map(one -> String.valueOf(one.after().get("reached"))))
          .singleElement()
          .asString()
          .contains("By telephone");
    }

    @Test
    void v06AChangedBallotThatDecidesEndsTheVoteAtOnce() {
      String number = asksTheBoard();
      vote(number, "a", Choice.YES);
      vote(number, "b", Choice.YES);
      vote(number, "c", Choice.NO);
      assertThat(decided(number)).isNull();
      desk.as(actor("c"));
      VOTES.castAtThePage(number, "c", Choice.YES, "Convinced");
      assertThat(decided(number)).isEqualTo(Verdict.APPROVED);
      assertThat(latest(number).result()).isEqualTo(Result.APPROVED);
      assertThat(desk.open(number)).doesNotContain("userTask_castVote");
    }

    @Test
    void aChangedBallotThatTheChairRecordsEndsTheVoteToo() {
      String number = asksTheBoard();
      vote(number, "b", Choice.NO);
      vote(number, "c", Choice.NO);
      vote(number, "d", Choice.YES);
      desk.as(actor("a"));
      VOTES.recorded(number, "d", Choice.NO, "Changed my mind", "By telephone");
      assertThat(decided(number)).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void aChangedBallotThatDecidesNothingLeavesTheOthersTheirTasks() {
      String number = asksTheBoard();
      vote(number, "b", Choice.NO);
      desk.as(actor("b"));
      VOTES.castAtThePage(number, "b", Choice.YES, "Convinced");
      assertThat(latest(number).isOpen()).isTrue();
      assertThat(desk.tasks(number).stream().map(Task::getAssignee).sorted())
          .containsExactly("a", "c", "d", "e");
    }
  }

  @Nested
  class OfRoutes {

    @Test
    void aLowRiskIsDecidedByAManagerWhomTheBoardAdvises() {
      String number = desk.assessed();
      vote(number, "a", Choice.NO);
      vote(number, "b", Choice.NO);
      vote(number, "c", Choice.NO);
      assertThat(desk.open(number)).containsExactly("userTask_decideOnChange");
      assertThat(desk.offeredTo(desk.task(number, "userTask_decideOnChange")))
          .containsExactly("change-managers");
      desk.as(MANAGER);
      desk.complete(
          number,
          "userTask_decideOnChange",
          Map.of("verdict", "APPROVED", "why", "I take the risk"));
      assertThat(decided(number)).isEqualTo(Verdict.APPROVED);
      assertThat(desk.change(number).decision().by()).isEqualTo("change-manager");
    }

    @Test
    void itIsPutOffUntilAMomentToCome() {
      String number = desk.assessed();
      for (String voter : List.of("a", "b", "c")) {
        vote(number, voter, Choice.YES);
      }
      desk.as(MANAGER);
      desk.complete(
          number,
          "userTask_decideOnChange",
          Map.of(
              "verdict", "DEFERRED",
              "deferredUntil", Instant.parse("2026-03-04T08:00:00Z").toString(),
              "why", "After the audit"));
      assertThat(desk.change(number).status()).isEqualTo(Status.DEFERRED);
    }

    @Test
    void v08AMajorChangeIsApprovedByTopManagementAfterTheBoard() {
      String number = desk.assessed(asked().about(Subject.SERVICE, Action.ADD, Impact.MEDIUM));
      for (String voter : List.of("a", "b", "c", "d", "e")) {
        if (latest(number).isOpen() && latest(number).route().step() == 1) {
          vote(number, voter, Choice.YES);
        }
      }
      assertThat(decided(number)).isNull();
      assertThat(latest(number).route().board()).isEqualTo("top-management");
      vote(number, "boss", Choice.YES);
      assertThat(decided(number)).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void anEmergencyIsDecidedByTwoOfThreeWithinTwoHours() {
      String number = desk.assessed(asked().urgent("Mail is down").in(SATURDAY));
      assertThat(latest(number).route().board()).isEqualTo("ecab");
      assertThat(latest(number).dueAt()).isEqualTo(MONDAY_NINE.plusSeconds(7200));
      vote(number, "x", Choice.YES);
      vote(number, "y", Choice.YES);
      assertThat(decided(number)).isEqualTo(Verdict.APPROVED);
    }
  }
}
