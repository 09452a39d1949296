package org.itsmsuite.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.itsmsuite.sla.ClockState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole recorded log through the shipped models. */
class ReplayTest {

  @TempDir static Path folder;

  private static Summary summary;
  private static JsonNode report;
  private static final Map<String, JsonNode> PLAYED = new HashMap<>();
  private static final Map<String, List<Row>> RECORDED = new HashMap<>();

  @BeforeAll
  static void playsTheLog() throws IOException {
    new RecordedLog(Logs.RECORDED, Logs.mapping(), line -> {})
        .forEach(rows -> RECORDED.put(rows.get(0).number(), rows));
    Path file = folder.resolve("report.json");
    summary =
        new Replay(Logs.SHIPPED, InMemoryDesk::forReplay, Progress.SILENT).run(Logs.RECORDED, file);
    report = new ObjectMapper().readTree(file.toFile());
    report.get("incidents").forEach(one -> PLAYED.put(one.get("number").asText(), one));
  }

  private static Stream<Row> rows(JsonNode played) {
    return RECORDED.get(played.get("number").asText()).stream();
  }

  private static Row last(JsonNode played) {
    List<Row> rows = RECORDED.get(played.get("number").asText());
    return rows.get(rows.size() - 1);
  }

  private static List<String> wouldHave(String number) {
    List<String> would = new ArrayList<>();
    PLAYED.get(number).get("wouldHave").forEach(one -> would.add(one.asText()));
    return would;
  }

  @Test
  void everyIncidentReachesClosedAndEveryRowIsPlayed() {
    assertThat(PLAYED).hasSize(597);
    assertThat(PLAYED.values())
        .allSatisfy(
            one -> {
              assertThat(one.get("status").asText()).isEqualTo("CLOSED");
              assertThat(one.has("notComparable")).isFalse();
            });
    assertThat(report.get("unmapped")).isEmpty();
  }

  @Test
  void totalsAreThese() {
    assertThat(summary)
        .usingRecursiveComparison()
        .ignoringFields("wallSeconds")
        .isEqualTo(
            new Summary(
                597,
                4110,
                0,
                1.0,
                new Summary.Promises(316, 281),
                new Summary.Promises(443, 154),
                0,
                0,
                6));
    assertThat(report.get("summary").get("resolution").get("breached").asInt()).isEqualTo(281);
  }

  @Test
  void prioritiesAreTheRecordedOnes() {
    assertThat(PLAYED.values())
        .allSatisfy(
            one -> assertThat(one.get("priority").asText()).isEqualTo(last(one).priority()));
  }

  @Test
  void problemsAndChangesAreCarried() {
    assertThat(PLAYED.values().stream().filter(one -> !one.get("problem").isNull())).hasSize(36);
    assertThat(PLAYED.values().stream().filter(one -> !one.get("change").isNull())).hasSize(13);
    assertThat(PLAYED.values().stream().filter(one -> !one.get("causedBy").isNull())).hasSize(2);
    assertThat(PLAYED.values())
        .filteredOn(one -> last(one).problem() != null)
        .allSatisfy(one -> assertThat(one.get("problem").asText()).isEqualTo(last(one).problem()));
  }

  @Test
  void reopeningsAndChangesOfTheGroupAreTheRecordedOnes() {
    assertThat(PLAYED.values().stream().mapToInt(one -> one.get("reopenCount").asInt()).sum())
        .isEqualTo(11);
    // 590 in the log; INC0000885 changes its group when it is resolved already.
    assertThat(PLAYED.values().stream().mapToInt(one -> one.get("reassignmentCount").asInt()).sum())
        .isEqualTo(589);
    assertThat(PLAYED.get("INC0000885").get("adjusted").get(0).get("line").asInt()).isEqualTo(2151);
  }

  @Test
  void waitsAreThoseOfTheLog() {
    assertThat(PLAYED.values().stream().filter(one -> !one.get("waiting").asText().equals("PT0S")))
        .hasSize(213);
    assertThat(PLAYED.values())
        .allSatisfy(
            one ->
                assertThat(Duration.parse(one.get("waiting").asText()))
                    .as(one.get("number").asText())
                    .isEqualTo(waitedInLog(one)));
  }

  private static Duration waitedInLog(JsonNode played) {
    Duration waited = Duration.ZERO;
    Row before = null;
    for (Row row : rows(played).toList()) {
      if (before != null && before.state().waitingFor() != null) {
        waited = waited.plus(Duration.between(before.at(), row.at()));
      }
      before = row;
    }
    return waited;
  }

  @Test
  void entriesThatGoBackInTimeAreMovedForwardAndNamed() {
    assertThat(PLAYED.values().stream().filter(one -> one.has("adjusted")))
        .extracting(one -> one.get("number").asText())
        .containsExactlyInAnyOrder(
            "INC0000130", "INC0000131", "INC0000135", "INC0000137", "INC0000885");
    assertThat(PLAYED.get("INC0000137").get("adjusted")).hasSize(2);
  }

  @Test
  void resolvedTwiceCountsFromTheFirstTime() {
    JsonNode twice = PLAYED.get("INC0000045");
    assertThat(twice.get("openedAt").asText()).isEqualTo("2016-02-29T01:16:00Z");
    assertThat(twice.get("resolvedAt").asText()).isEqualTo("2016-02-29T08:53:00Z");
    assertThat(twice.get("closedAt").asText()).isEqualTo("2016-03-05T12:00:00Z");
    // Opened before the office does, so the 20 hours of P3 begin at 08:00 in Amsterdam.
    assertThat(twice.get("resolutionDueAt").asText()).isEqualTo("2016-03-01T17:00:00Z");
    assertThat(twice.get("resolution").asText()).isEqualTo("MET");
  }

  @Test
  void recordedClosuresAndReopeningsWinOverTimersThatStandInForAPerson() {
    assertThat(wouldHave("INC0001113")).containsExactly("closeAutomatically@2016-03-14T11:07:00Z");
    assertThat(PLAYED.get("INC0001113").get("closedAt").asText()).isEqualTo("2016-05-23T11:07:00Z");
    assertThat(wouldHave("INC0000558"))
        .containsExactly(
            "closeAutomatically@2016-03-14T08:52:00Z",
            "remind@2016-03-21T15:41:00Z",
            "giveUp@2016-03-29T16:00:00Z");
    assertThat(PLAYED.get("INC0000558").get("reopenCount").asInt()).isEqualTo(1);
    assertThat(
            PLAYED.keySet().stream()
                .flatMap(number -> wouldHave(number).stream())
                .map(would -> would.substring(0, would.indexOf('@'))))
        .filteredOn("closeAutomatically"::equals)
        .hasSize(151);
  }

  @Test
  void everyClosureLongAfterTheResolutionWouldHaveBeenAutomatic() {
    List<String> late = new ArrayList<>();
    for (JsonNode one : PLAYED.values()) {
      var resolved = Instant.parse(one.get("resolvedAt").asText());
      // Five working days are ten days at most, whenever they begin.
      if (resolved.plus(Duration.ofDays(10)).isBefore(last(one).at())) {
        late.add(one.get("number").asText());
      }
    }
    assertThat(late)
        .isNotEmpty()
        .allSatisfy(
            number ->
                assertThat(wouldHave(number))
                    .anyMatch(would -> would.startsWith("closeAutomatically@")));
  }

  @Test
  void aResolutionAfterTheDueInstantIsABreach() {
    // A due instant that moved after it was missed proves nothing: what was missed stays missed.
    assertThat(PLAYED.values())
        .filteredOn(one -> one.get("reopenCount").asInt() == 0)
        .filteredOn(one -> one.get("waiting").asText().equals("PT0S"))
        .filteredOn(one -> rows(one).map(Row::impact).distinct().count() == 1)
        .filteredOn(one -> rows(one).map(Row::urgency).distinct().count() == 1)
        .hasSizeGreaterThan(300)
        .allSatisfy(
            one ->
                assertThat(one.get("resolution").asText())
                    .isEqualTo(
                        Instant.parse(one.get("resolvedAt").asText())
                                .isAfter(Instant.parse(one.get("resolutionDueAt").asText()))
                            ? ClockState.BREACHED.name()
                            : ClockState.MET.name()));
  }

  @Test
  void leavesNothingButTheReport() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("report.json"));
    }
  }
}
