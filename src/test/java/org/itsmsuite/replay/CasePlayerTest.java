package org.itsmsuite.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.itsmsuite.catalogue.ConfiguredCatalogue;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.ConfiguredSupportGroups;
import org.itsmsuite.incident.Status;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Short logs whose course is known by hand. */
class CasePlayerTest {

  @TempDir Path folder;

  private static InMemoryDesk shared;
  private static ReplayGroups groups;

  @BeforeAll
  static void opensADesk() {
    groups = new ReplayGroups(new ConfiguredSupportGroups(Logs.SHIPPED));
    shared =
        InMemoryDesk.forReplay(Logs.SHIPPED, groups, new ConfiguredCatalogue(Logs.SHIPPED, groups));
  }

  @AfterAll
  static void closesIt() {
    shared.close();
  }

  private PlayedIncident play(String... rows) {
    var mapping = Logs.mapping();
    var played = new PlayedIncident[1];
    new RecordedLog(Logs.log(folder, rows), mapping, line -> {})
        .forEach(own -> played[0] = new CaseReplay(shared, mapping, groups).play(own));
    return played[0];
  }

  private static String row(String state, String at) {
    return Logs.row("INC1", state, at);
  }

  private static String row(String state, String at, Map<String, String> more) {
    return Logs.row("INC1", state, at, more);
  }

  @Test
  void aPlainIncidentIsReportedTakenResolvedAndClosed() {
    var played =
        play(
            row("New", "29-02-2016 08:05", Map.of("assigned_to", "?")),
            row("Active", "29-02-2016 08:30"),
            row("Resolved", "29-02-2016 10:00"),
            row("Closed", "03-03-2016 10:00"));
    assertThat(played.status()).isEqualTo(Status.CLOSED);
    assertThat(played.openedAt()).isEqualTo(Instant.parse("2016-02-29T08:00:00Z"));
    assertThat(played.resolvedAt()).isEqualTo(Instant.parse("2016-02-29T10:00:00Z"));
    assertThat(played.closedAt()).isEqualTo(Instant.parse("2016-03-03T10:00:00Z"));
    assertThat(played.response()).isEqualTo(ClockState.MET);
    assertThat(played.resolution()).isEqualTo(ClockState.MET);
    assertThat(played.wouldHave()).isEmpty();
    assertThat(played.reassignmentCount()).isZero();
  }

  @Test
  void closedWithoutBeingActiveIsResolvedAtThatInstant() {
    var played = play(row("Closed", "29-02-2016 09:00"));
    assertThat(played.status()).isEqualTo(Status.CLOSED);
    assertThat(played.resolvedAt()).isEqualTo(played.closedAt());
  }

  @Test
  void resolvedExactlyWhenDueIsInTime() {
    // P3: 20 hours of office time from 08:00 UTC = 09:00 in Amsterdam: 9 + 10 + 1 hours.
    String active = row("Active", "29-02-2016 08:00");
    assertThat(play(active, row("Resolved", "02-03-2016 08:00")).resolution())
        .isEqualTo(ClockState.MET);
    assertThat(play(active, row("Resolved", "02-03-2016 08:01")).resolution())
        .isEqualTo(ClockState.BREACHED);
  }

  @Test
  void waitingForTheCustomerMovesTheDueInstantAndNobodyGivesUp() {
    var played =
        play(
            row("Active", "29-02-2016 08:00"),
            row("Awaiting User Info", "29-02-2016 09:00"),
            row("Awaiting User Info", "07-03-2016 09:00"),
            row("Active", "29-03-2016 08:00"),
            row("Resolved", "29-03-2016 09:00"));
    assertThat(played.waiting()).isEqualTo(Duration.ofDays(28).plusHours(23));
    assertThat(played.resolution()).isEqualTo(ClockState.MET);
    assertThat(played.wouldHave())
        .containsExactly("remind@2016-03-02T09:00:00Z", "giveUp@2016-03-10T17:00:00Z");
  }

  @Test
  void oneWaitFollowsAnother() {
    var played =
        play(
            row("Awaiting Vendor", "29-02-2016 09:00"),
            row("Awaiting Problem", "29-02-2016 10:00"),
            row("Resolved", "29-02-2016 12:00"));
    assertThat(played.waiting()).isEqualTo(Duration.ofHours(3));
    assertThat(played.status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void priorityFollowsImpactAndUrgency() {
    var played =
        play(
            row("Active", "29-02-2016 08:10"),
            row("Active", "29-02-2016 08:20", Map.of("impact", "1 - High", "urgency", "1 - High")),
            row("Active", "29-02-2016 15:00", Map.of("impact", "3 - Low", "urgency", "3 - Low")));
    assertThat(played.priority()).isEqualTo("P4");
    // As P1 it was due at 12:00; what was missed stays missed.
    assertThat(played.resolution()).isEqualTo(ClockState.BREACHED);
  }

  @Test
  void unknownImpactKeepsWhatWasKnown() {
    var played =
        play(
            row("New", "29-02-2016 08:10", Map.of("impact", "1 - High", "urgency", "1 - High")),
            row("Active", "29-02-2016 08:20", Map.of("impact", "?", "urgency", "?")));
    assertThat(played.priority()).isEqualTo("P1");
    assertThat(played.isJudged()).isFalse();
  }

  @Test
  void theRecordedGroupWinsOverEscalation() {
    var played =
        play(
            row("Active", "29-02-2016 08:00", Map.of("impact", "1 - High", "urgency", "1 - High")),
            row("Active", "29-02-2016 20:00", Map.of("impact", "1 - High", "urgency", "1 - High")),
            row(
                "Active",
                "29-02-2016 20:30",
                Map.of(
                    "impact", "1 - High", "urgency", "1 - High", "assignment_group", "Group 2")));
    assertThat(played.reassignmentCount()).isEqualTo(1);
    assertThat(played.resolution()).isEqualTo(ClockState.BREACHED);
  }

  @Test
  void reopensAResolvedAndAClosedIncident() {
    var played =
        play(
            row("Resolved", "29-02-2016 09:00"),
            row("Active", "29-02-2016 10:00"),
            row("Closed", "29-02-2016 11:00"),
            row("Active", "31-03-2016 11:00"),
            row("Closed", "31-03-2016 12:00"));
    assertThat(played.reopenCount()).isEqualTo(2);
    assertThat(played.status()).isEqualTo(Status.CLOSED);
    assertThat(played.wouldHave()).containsExactly("reopenLimit@2016-03-14T11:00:00Z");
  }

  @Test
  void whatChangesAfterTheResolutionIsNoted() {
    var played =
        play(
            row("Resolved", "29-02-2016 09:00"),
            row("Resolved", "29-02-2016 10:00", Map.of("assignment_group", "Group 2")),
            row("Closed", "29-02-2016 10:00", Map.of("impact", "1 - High")));
    assertThat(played.adjusted()).extracting(Note::line).containsExactly(3L, 4L, 4L);
    assertThat(played.reassignmentCount()).isZero();
  }

  @Nested
  class WithModelsThatLackAStep {

    private Path models() throws IOException {
      Path models = folder.resolve("models");
      for (String part : new String[] {"processes", "forms"}) {
        for (String name : Logs.SHIPPED.list(part, "")) {
          Path file = models.resolve(name);
          Files.createDirectories(file.getParent());
          Files.write(file, Logs.SHIPPED.read(name));
        }
      }
      return models;
    }

    private Replay.Played play(String file, UnaryOperator<String> change, String... rows)
        throws IOException {
      Path models = models();
      Path changed = models.resolve(file);
      String shipped = Files.readString(changed);
      Files.writeString(changed, change.apply(shipped));
      assertThat(changed).content().isNotEqualTo(shipped);
      ContentSource content = new ModelsFolder(new FolderContent(models), Logs.SHIPPED);
      return new Replay(content, InMemoryDesk::forReplay, Progress.SILENT)
          .run(Logs.log(folder, rows));
    }

    @Test
    void aMessageNobodyWaitsForMakesTheCaseNotComparableAndNoOther() throws IOException {
      var played =
          play(
              "processes/incident/incident-triage.bpmn",
              model ->
                  model.replace("name=\"incident.waitingStarted\"", "name=\"incident.renamed\""),
              row("New", "29-02-2016 08:05"),
              row("Awaiting Vendor", "29-02-2016 09:00"),
              row("Closed", "29-02-2016 10:00"),
              Logs.row("INC2", "Closed", "29-02-2016 10:00"));
      PlayedIncident first = played.incidents().get(0);
      assertThat(first.notComparable().reason()).contains("incident.waitingStarted");
      assertThat(first.notComparable().lines()).containsExactly(3L, 4L);
      assertThat(first.status()).isEqualTo(Status.IN_PROGRESS);
      assertThat(played.incidents().get(1).status()).isEqualTo(Status.CLOSED);
      assertThat(played.summary().notComparable()).isEqualTo(1);
      assertThat(played.summary().hasFindings()).isTrue();
    }

    @Test
    void aFormThatAsksForMoreMakesTheCaseNotComparable() throws IOException {
      var played =
          play(
              "forms/incident/restore-service.form",
              form ->
                  form.replace(
                      "\"components\": [",
                      """
                      "components": [{"id": "field_why", "type": "textfield", "key": "why",
                        "label": "Why", "validate": {"required": true}},"""),
              row("New", "29-02-2016 08:05"),
              row("Resolved", "29-02-2016 09:00"));
      assertThat(played.incidents().get(0).notComparable().reason()).contains("Why");
      assertThat(played.incidents().get(0).notComparable().lines()).containsExactly(3L);
    }

    @Test
    void aTaskWithAnotherIdMakesTheCaseNotComparable() {
      var mapping = Logs.mapping();
      var renamed =
          new Mapping(
              mapping.columns(),
              mapping.unknown(),
              mapping.times(),
              mapping.zone(),
              mapping.states(),
              mapping.impacts(),
              mapping.urgencies(),
              mapping.priorities(),
              mapping.categories(),
              mapping.defaults(),
              mapping.knownGroups(),
              mapping.otherGroups(),
              new Mapping.TaskValues("userTask_sort", Map.of(), Map.of()),
              mapping.restore(),
              mapping.timers());
      Path log = Logs.log(folder, row("Active", "29-02-2016 09:00"));
      new RecordedLog(log, renamed, line -> {})
          .forEach(
              rows ->
                  assertThat(
                          new CaseReplay(shared, renamed, groups)
                              .play(rows)
                              .notComparable()
                              .reason())
                      .contains("userTask_sort"));
    }

    @Test
    void aFolderWithoutModelsIsRefused() {
      var refusal =
          catchThrowableOfType(
              ContentException.class,
              () -> new ModelsFolder(new FolderContent(folder), Logs.SHIPPED));
      assertThat(refusal.key()).isEqualTo("replay.no-models");
    }
  }
}
