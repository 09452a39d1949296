package org.itsmsuite.change.vote.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.itsmsuite.change.web.ChangePractice;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The board votes on a change over HTTP: in the tasklist, by action, and by the chair's record. */
@DemoSuite
class VotingTest {

  @LocalServerPort int port;
  private ChangePractice people;
  private String number;

  @BeforeEach
  void aChangeOfMediumRiskWaitsForTheBoard() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-03-02T08:00:00Z")));
    people = new ChangePractice(port);
    Map<String, Object> asked = ChangePractice.asked("subject", "COMPONENT");
    asked.put("items", List.of("email"));
    number = people.requested("agent", asked);
    people.assessed(number, "MEDIUM");
  }

  @AfterEach
  void giveTheTimeBack() {
    ClockUtil.reset();
  }

  private Answer vote(String actor, String voter, String choice) {
    return people
        .as(actor)
        .act(number, "vote", Map.of("voter", voter, "choice", choice, "reason", "So I think"));
  }

  private Answer voteInTheTasklist(String account, String choice) {
    var tasks =
        people
            .as(account)
            .get(
                "/engine-rest/task?taskDefinitionKey=userTask_castVote&processInstanceBusinessKey="
                    + number);
    assertThat(tasks.body()).as("a member sees the own ballot only: %s", tasks.text()).hasSize(1);
    return people
        .as(account)
        .post(
            "/engine-rest/task/" + tasks.at("/0/id") + "/complete",
            Map.of(
                "variables",
                Map.of("choice", Map.of("value", choice), "why", Map.of("value", "Read it"))));
  }

  private static void isRefused(Answer answer, int status, String key) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.at("key")).isEqualTo(key);
  }

  @Test
  void threeMembersVoteEachInTheirWayAndTheChangeIsApproved() {
    assertThat(voteInTheTasklist("cab-1", "YES").status()).isEqualTo(204);
    assertThat(vote("cab-2", "cab-2", "YES").status()).isEqualTo(200);
    var recorded =
        people
            .as("cab-chair")
            .act(
                number,
                "record-ballot",
                Map.of(
                    "voter",
                    "cab-3",
                    "choice",
                    "YES",
                    "reason",
                    "By telephone",
                    "reached",
                    "On the telephone"));
    assertThat(recorded.status()).as(recorded.text()).isEqualTo(200);

    var change = people.seen("change-manager", number);
    assertThat(change.at("status")).as(change.text()).isEqualTo("SCHEDULED");
    var auditor = Visitor.browser(port);
    auditor.logIn("auditor", "auditor");
    assertThat(auditor.get("/changes/" + number).body())
        .contains("cab-1", "cab-3, recorded by the chair cab-chair", "By telephone");
    isRefused(vote("cab-1", "cab-1", "NO"), 409, "vote.none-open");
  }

  @Test
  void nobodyVotesForSomebodyElse() {
    isRefused(vote("cab-1", "cab-2", "YES"), 403, "vote.not-yours");
    isRefused(
        people
            .as("cab-1")
            .act(
                number,
                "record-ballot",
                Map.of("voter", "cab-2", "choice", "YES", "reason", "Trust me")),
        403,
        "vote.not-the-chair");
  }

  @Test
  void whoeverAsksForItIsRefusedByEveryWay() {
    isRefused(vote("agent", "cab-1", "YES"), 403, "duties.conflict");
    isRefused(vote("auditor", "cab-1", "YES"), 403, "audit.read-only");
    isRefused(vote("specialist", "specialist", "YES"), 403, "vote.no-member");
  }

  @Test
  void aVoteThatIsNoneIsRefused() {
    isRefused(vote("cab-1", "cab-1", "MAYBE"), 400, "request.wrong-value");
    assertThat(voteInTheTasklist("cab-1", "MAYBE").status()).isEqualTo(400);
  }
}
