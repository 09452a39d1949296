package org.itsmsuite.change.vote.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Votes and sittings over the API and on the page of the board. */
@DemoSuite
class CabTest {

  private static final String CHAIR = "cab-chair";

  @LocalServerPort int port;
  private CabDesk desk;
  private String sitting;

  @BeforeEach
  void theBoardMeets() {
    desk = new CabDesk(port);
  }

  @AfterEach
  void theBoardGoesHome() {
    if (sitting != null) {
      desk.people().as(CHAIR).post("/api/cab/sittings/" + sitting + "/close", Map.of());
    }
  }

  private void sits() {
    Answer opened = desk.people().as(CHAIR).post("/api/cab/sittings", Map.of("board", "cab"));
    assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    sitting = opened.at("id");
  }

  private String inSitting(String account, String what, Map<String, ?> values) {
    Answer answer =
        desk.people().as(account).post("/api/cab/sittings/" + sitting + "/" + what, values);
    return answer.status() == 200 ? "200" : answer.refusal();
  }

  private String status(String number) {
    return desk.people().seen("change-manager", number).at("status");
  }

  @Test
  void threeMembersVoteAndTheTasksOfTheOthersEnd() {
    String number = desk.beforeTheBoard("Three say yes");
    assertThat(status(number)).isEqualTo("APPROVAL");
    for (String voter : List.of(CHAIR, "cab-1", "cab-2")) {
      assertThat(desk.vote(voter, number, "YES")).isEqualTo("200");
    }
    assertThat(status(number)).isNotEqualTo("APPROVAL");
    Answer votes = desk.people().as("auditor").get("/api/changes/" + number + "/votes");
    assertThat(votes.at("/0/result")).isEqualTo("APPROVED");
    assertThat(votes.body().get(0).get("ballots")).hasSize(3);
    assertThat(
            desk.people()
                .as("cab-3")
                .get("/engine-rest/task?assignee=cab-3&processInstanceBusinessKey=" + number)
                .body())
        .isEmpty();
    assertThat(desk.vote("cab-3", number, "NO")).isEqualTo("409 vote.none-open");
  }

  @Test
  void aBallotIsChangedUntilTheEnd() {
    String number = desk.beforeTheBoard("Second thoughts");
    assertThat(desk.vote("cab-1", number, "YES")).isEqualTo("200");
    assertThat(desk.vote("cab-1", number, "NO")).isEqualTo("200");
    Answer votes = desk.people().as(CHAIR).get("/api/changes/" + number + "/votes");
    assertThat(votes.at("/0/ballots/0/choice")).isEqualTo("YES");
    assertThat(votes.at("/0/ballots/1/choice")).isEqualTo("NO");
  }

  @ParameterizedTest
  @CsvSource({
    "cab-2, cab-1, false, 403 vote.not-yours",
    "cab-2, cab-1, true, 403 vote.not-the-chair",
    "agent, agent, false, 403 vote.no-member",
    "agent, cab-1, false, 403 vote.not-yours",
    "requester, requester, false, 403 login.forbidden",
    "auditor, cab-1, false, 403 audit.read-only"
  })
  void nobodyVotesForSomebodyElse(String account, String voter, boolean recorded, String key) {
    String number = desk.beforeTheBoard("Whose vote is it?");
    assertThat(desk.vote(account, number, "YES", voter, recorded)).isEqualTo(key);
    assertThat(desk.people().as(CHAIR).get("/api/changes/" + number + "/votes").text())
        .contains("\"ballots\":[]");
  }

  @Test
  void whoeverAsksForAChangeHasNoVoteOnIt() {
    String number = desk.beforeTheBoard("cab-1", "A member's own");
    assertThat(desk.vote("cab-1", number, "YES")).isEqualTo("403 vote.no-member");
    assertThat(desk.vote("cab-1", number, "YES", "cab-2", false)).isEqualTo("403 duties.conflict");
    assertThat(
            desk.people()
                .as("cab-1")
                .get("/engine-rest/task?assignee=cab-1&processInstanceBusinessKey=" + number)
                .body())
        .isEmpty();
  }

  @Test
  void theChairRecordsWhoAttendsAndTheMinutesTellIt() {
    String number = desk.beforeTheBoard("By <telephone>");
    sits();
    assertThat(desk.vote(CHAIR, number, "YES", "cab-1", true)).isEqualTo("409 cab.not-attending");
    assertThat(
            inSitting(
                CHAIR,
                "attendance",
                Map.of("attendance", Map.of("cab-1", "BY_PHONE", "cab-2", "EXCUSED"))))
        .isEqualTo("200");
    assertThat(desk.vote(CHAIR, number, "YES", "cab-2", true)).isEqualTo("409 cab.not-attending");
    assertThat(desk.vote(CHAIR, number, "YES", "cab-1", true)).isEqualTo("200");
    assertThat(
            desk.people()
                .as("cab-1")
                .get("/engine-rest/task?assignee=cab-1&processInstanceBusinessKey=" + number)
                .body())
        .isEmpty();
    assertThat(desk.vote("cab-3", number, "YES", "cab-1", true))
        .isEqualTo("403 vote.not-the-chair");
    assertThat(inSitting(CHAIR, "notes", Map.of("change", number, "said", "All is ready")))
        .isEqualTo("200");
    assertThat(desk.vote(CHAIR, number, "YES")).isEqualTo("200");
    assertThat(desk.vote("cab-3", number, "YES")).isEqualTo("200");
    assertThat(inSitting(CHAIR, "close", Map.of("remarks", "Short one"))).isEqualTo("200");

    Answer minutes = desk.people().as("auditor").get("/api/cab/sittings/" + sitting + "/minutes");
    assertThat(minutes.text())
        .contains(
            number + " By <telephone>",
            "All is ready",
            "- cab-1: By phone",
            "- cab-2: Excused",
            "- cab-1, recorded by the chair: Yes, Said so",
            "- cab-chair: Yes",
            "Approved",
            "Short one");
    Visitor reader = Visitor.browser(port);
    reader.logIn("auditor", "auditor");
    assertThat(reader.get("/cab/sittings/" + sitting).body())
        .contains("By &lt;telephone&gt;", "recorded by the chair");
    assertThat(inSitting(CHAIR, "notes", Map.of("change", number, "said", "Later")))
        .isEqualTo("409 cab.sitting-closed");
    sitting = null;
  }

  @Test
  void oneSittingAtATimeLedByThoseWhoLeadTheBoard() {
    sits();
    assertThat(desk.people().as(CHAIR).post("/api/cab/sittings", Map.of("board", "cab")).refusal())
        .isEqualTo("409 cab.sits-already");
    assertThat(
            desk.people().as("cab-1").post("/api/cab/sittings", Map.of("board", "cab")).refusal())
        .isEqualTo("403 cab.not-leading");
    assertThat(desk.people().as(CHAIR).post("/api/cab/sittings", Map.of("board", "pub")).refusal())
        .isEqualTo("400 cab.unknown-board");
    assertThat(inSitting("cab-1", "close", Map.of())).isEqualTo("403 cab.not-leading");
    assertThat(inSitting(CHAIR, "attendance", Map.of("attendance", Map.of("agent", "HERE"))))
        .isEqualTo("400 cab.no-member");
    assertThat(inSitting(CHAIR, "attendance", Map.of("attendance", Map.of("cab-1", "ASLEEP"))))
        .isEqualTo("400 request.wrong-value");
    assertThat(inSitting(CHAIR, "notes", Map.of("change", "CHG-999999", "said", "What?")))
        .isEqualTo("400 cab.not-on-agenda");
    assertThat(
            desk.people()
                .as(CHAIR)
                .get("/api/cab/sittings/00000000-0000-0000-0000-000000000000")
                .refusal())
        .isEqualTo("404 cab.sitting-not-found");
  }

  @Test
  void manyAreVotedOnAtOnceAndEachIsAnswered() {
    String first = desk.beforeTheBoard("First of many");
    String second = desk.beforeTheBoard("cab-2", "Second of many");
    Answer answer =
        desk.people()
            .as("cab-2")
            .post(
                "/api/cab/votes",
                Map.of(
                    "votes",
                    List.of(
                        Map.of("number", first, "choice", "YES", "reason", "Fine"),
                        Map.of("number", second, "choice", "YES", "reason", "Mine"),
                        Map.of("number", "CHG-999999", "choice", "NO", "reason", "None"))));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/results/0/done")).isEqualTo("true");
    assertThat(answer.at("/results/1/key")).isEqualTo("vote.no-member");
    assertThat(answer.at("/results/2/key")).isEqualTo("change.not-found");
    Answer bad =
        desk.people()
            .as("cab-2")
            .post(
                "/api/cab/votes",
                Map.of(
                    "votes",
                    List.of(
                        Map.of("number", first, "choice", "MAYBE", "reason", "A"),
                        Map.of("number", first, "choice", "NO"))));
    assertThat(bad.text())
        .contains("votes[0].choice", "votes[1].reason", "votes[1].number", "cab.twice");
    assertThat(
            desk.people().as("cab-2").post("/api/cab/votes", Map.of("votes", List.of())).refusal())
        .isEqualTo("400 request.missing");
  }

  @Test
  void thePageVotesOnManyNotesWhoAttendsAndClosesTheSitting() {
    String first = desk.beforeTheBoard("On the page <b>");
    String second = desk.beforeTheBoard("On the page too");
    Visitor chair = Visitor.browser(port);
    chair.logIn(CHAIR, CHAIR);
    assertThat(chair.form("/cab", "/cab/sittings", Map.of("board", "cab")).statusCode())
        .isEqualTo(302);
    String page = chair.get("/cab?board=cab&size=200").body();
    assertThat(page).contains(first, second, "On the page &lt;b&gt;", "0 of 4, quorum 3");
    sitting = page.replaceAll("(?s).*/cab/sittings/([0-9a-f-]{36})/close.*", "$1");

    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("presence-cab-1", "HERE");
    fields.put("presence-cab-2", "");
    chair.form("/cab", "/cab/sittings/" + sitting + "/attendance", fields);
    assertThat(chair.get("/cab?size=200").body()).contains("cab-1, recorded by the chair");
    chair.form(
        "/cab",
        "/cab/votes",
        Map.of(
            "board", "cab",
            "voter", "chair:cab-1",
            "number", first,
            "choice", "YES",
            "reason", "Yes, but quickly"));
    assertThat(chair.get("/cab?size=200").body()).contains("recorded by the chair: Yes");
    chair.form(
        "/cab",
        "/cab/votes",
        Map.of("board", "cab", "number", second, "choice", "NO", "reason", ""));
    assertThat(desk.people().as(CHAIR).get("/api/changes/" + second + "/votes").text())
        .contains("\"ballots\":[]");
    chair.form(
        "/cab",
        "/cab/sittings/" + sitting + "/notes",
        Map.of("change", second, "said", "Next week"));
    var closed =
        chair.form(
            "/cab", "/cab/sittings/" + sitting + "/close", Map.of("remarks", "Coffee was cold"));
    assertThat(closed.headers().firstValue("Location").orElse("")).contains(sitting);
    assertThat(chair.get("/cab/sittings/" + sitting).body())
        .contains("Coffee was cold", "Next week", first);
    sitting = null;
  }

  @Test
  void whoSeesNoInnerLifeSeesNoBoard() {
    Visitor stranger = Visitor.browser(port);
    stranger.logIn("requester", "requester");
    assertThat(stranger.get("/cab").statusCode()).isEqualTo(403);
    assertThat(desk.people().as("requester").get("/api/cab/agenda?board=cab").status())
        .isEqualTo(403);
  }
}
