package org.itsmsuite.change.vote.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.itsmsuite.deputy.Absence;
import org.itsmsuite.deputy.AbsenceStore;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Votes of members who are away, in the running suite with its absences. */
@DemoSuite
class DeputyVotesTest {

  @LocalServerPort int port;
  @Autowired AbsenceStore absences;
  @Autowired Clock time;
  private final List<UUID> entered = new ArrayList<>();
  private CabDesk desk;

  @BeforeEach
  void theBoardMeets() {
    desk = new CabDesk(port);
  }

  @AfterEach
  void everybodyComesBack() {
    Instant now = time.instant();
    entered.forEach(one -> absences.end(one, now.minusSeconds(1)));
  }

  private UUID away(String account, String deputy) {
    Instant now = time.instant();
    var absence =
        new Absence(
            UUID.randomUUID(),
            account,
            null,
            deputy,
            now.minusSeconds(60),
            now.plusSeconds(3_600),
            Absence.Kind.AWAY,
            null,
            account,
            now,
            true,
            false);
    absences.add(absence);
    entered.add(absence.id());
    return absence.id();
  }

  private String taskOf(String account, String number) {
    Answer tasks =
        desk.people()
            .as("admin")
            .get(
                "/engine-rest/task?taskDefinitionKey=userTask_castVote&assignee="
                    + account
                    + "&processInstanceBusinessKey="
                    + number);
    return tasks.body().isEmpty() ? null : tasks.at("/0/id");
  }

  @Test
  void v09TheDeputyVotesWhileTheMemberIsAwayAndNotLater() {
    UUID absence = away("cab-1", "cab-2");
    String number = desk.beforeTheBoard("Away for a while");
    assertThat(desk.vote("cab-2", number, "NO")).isEqualTo("200");
    assertThat(desk.vote("cab-2", number, "YES", "cab-1", false)).isEqualTo("200");
    Answer votes = desk.people().as("auditor").get("/api/changes/" + number + "/votes");
    assertThat(votes.body().get(0).get("ballots")).hasSize(2);
    assertThat(votes.text())
        .contains("\"voter\":\"cab-1\",\"choice\":\"YES\"", "\"how\":\"DEPUTY\"")
        .contains("\"voter\":\"cab-2\",\"choice\":\"NO\"");

    absences.end(absence, time.instant().minusSeconds(1));
    assertThat(desk.vote("cab-2", number, "NO", "cab-1", false)).isEqualTo("403 vote.not-yours");
    assertThat(desk.vote("cab-1", number, "NO")).isEqualTo("200");
  }

  @Test
  void v10WhoeverAsksForTheChangeVotesForNobody() {
    away("cab-1", "change-manager");
    String number = desk.beforeTheBoard("change-manager", "Asked for by the deputy");
    assertThat(taskOf("change-manager", number)).isNull();
    assertThat(taskOf("cab-1", number)).isNotNull();
    assertThat(desk.vote("change-manager", number, "YES", "cab-1", false))
        .isEqualTo("403 duties.conflict");
    assertThat(desk.people().as("auditor").get("/api/ledger?size=200&record=" + number).text())
        .contains("vote.unattended");
  }

  @Test
  void v11WhereEachStandsInForTheOtherTheTaskStaysWithTheMember() {
    away("cab-1", "cab-2");
    away("cab-2", "cab-1");
    String number = desk.beforeTheBoard("In a circle");
    assertThat(taskOf("cab-1", number)).isNotNull();
    assertThat(taskOf("cab-2", number)).isNotNull();
    assertThat(desk.vote("cab-2", number, "YES", "cab-1", false)).isEqualTo("403 vote.not-yours");
    assertThat(desk.vote("cab-1", number, "YES")).isEqualTo("200");
  }
}
