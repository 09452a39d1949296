package org.itsmsuite.security.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.identity.Groups;
import org.itsmsuite.security.Finding;
import org.itsmsuite.security.Stage;
import org.itsmsuite.sla.Milestone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every table of the security bundle over its whole grid: no gap, and no overlap where one rule
 * must match.
 */
class SecurityTablesTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private static final List<?> LEVELS = List.of("HIGH", "MEDIUM", "LOW", "NONE");
  private static final List<?> PROBABILITIES = List.of("HIGH", "MEDIUM", "LOW");
  private static final List<?> STAGES = Arrays.stream(Stage.values()).map(Stage::name).toList();
  private static final List<?> PRIORITIES = Arrays.asList("P1", "P2", "P3", "P4", null);
  private static final List<?> YES_NO = List.of(true, false);

  private static final Map<String, Map<String, List<?>>> GRIDS =
      Map.of(
          "security-promotion",
          Map.of(
              "found",
              List.of("SECURITY_EVENT", "NO_SECURITY_INCIDENT", "SAME_AS_ANOTHER"),
              "threat",
              Arrays.asList("HIGH", "MEDIUM", "LOW", "NONE", null),
              "probability",
              Arrays.asList("HIGH", "MEDIUM", "LOW", null),
              "personalData",
              YES_NO),
          "security-priority",
          Map.of(
              "probability", PROBABILITIES,
              "confidentiality", LEVELS,
              "integrity", LEVELS,
              "accessibility", LEVELS),
          "security-deadlines",
          Map.of("stage", STAGES, "priority", PRIORITIES, "personalData", YES_NO),
          "security-escalation",
          Map.of("stage", STAGES, "priority", PRIORITIES));

  /** What never happens: an event without a threat, and a later stage without a priority. */
  private static final Predicate<Map<String, Object>> HAPPENS =
      inputs ->
          inputs.containsKey("stage")
              ? inputs.get("priority") != null || inputs.get("stage").equals("ASSESS")
              : !"SECURITY_EVENT".equals(inputs.get("found"))
                  || (inputs.get("threat") != null && inputs.get("probability") != null);

  static Stream<String> uniqueTables() {
    return GRIDS.keySet().stream().filter(table -> xml(table).contains("hitPolicy=\"UNIQUE\""));
  }

  @ParameterizedTest
  @MethodSource("uniqueTables")
  void exactlyOneRuleMatches(String table) {
    assertThat(grid(table))
        .isNotEmpty()
        .allSatisfy(inputs -> assertThat(rules(table, inputs)).as("%s", inputs).hasSize(1));
  }

  @Test
  void somebodyIsToldAtEveryStage() {
    assertThat(grid("security-escalation"))
        .allSatisfy(
            inputs ->
                assertThat(rules("security-escalation", inputs)).as("%s", inputs).isNotEmpty());
  }

  @Test
  void everyTableOfTheBundleIsLookedAt() throws IOException {
    try (var files = Files.list(Path.of("processes/security"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".dmn")))
          .containsExactlyInAnyOrderElementsOf(
              GRIDS.keySet().stream().map(name -> name + ".dmn").toList());
    }
  }

  @Test
  void noTableCallsAccessibilityAvailability() {
    assertThat(GRIDS.keySet())
        .allSatisfy(table -> assertThat(xml(table).toLowerCase()).doesNotContain("availab"));
  }

  @Nested
  class Priority {

    @Test
    void isGivenByProbabilityAndTheWorstThreatAlone() {
      var byRisk =
          grid("security-priority").stream()
              .collect(
                  Collectors.groupingBy(
                      inputs -> inputs.get("probability") + "/" + worst(inputs),
                      Collectors.flatMapping(
                          inputs -> rules("security-priority", inputs).stream(),
                          Collectors.toSet())));

      assertThat(byRisk).hasSize(12).allSatisfy((risk, found) -> assertThat(found).hasSize(1));
    }

    private static Object worst(Map<String, Object> inputs) {
      return LEVELS.stream()
          .filter(
              level ->
                  Set.of(
                          Map.entry("c", inputs.get("confidentiality")),
                          Map.entry("i", inputs.get("integrity")),
                          Map.entry("a", inputs.get("accessibility")))
                      .stream()
                      .anyMatch(one -> one.getValue().equals(level)))
          .findFirst()
          .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
      "HIGH, HIGH, NONE, NONE, VERY_HIGH, P1",
      "HIGH, NONE, NONE, HIGH, VERY_HIGH, P1",
      "HIGH, LOW, MEDIUM, LOW, HIGH, P2",
      "MEDIUM, NONE, HIGH, NONE, HIGH, P2",
      "MEDIUM, MEDIUM, MEDIUM, MEDIUM, MEDIUM, P3",
      "LOW, HIGH, HIGH, HIGH, MEDIUM, P3",
      "LOW, LOW, NONE, NONE, LOW, P4",
      "HIGH, NONE, NONE, NONE, LOW, P4"
    })
    void followsTheRisk(
        String probability,
        String confidentiality,
        String integrity,
        String accessibility,
        String risk,
        String priority) {
      assertThat(
              rules(
                  "security-priority",
                  Map.of(
                      "probability", probability,
                      "confidentiality", confidentiality,
                      "integrity", integrity,
                      "accessibility", accessibility)))
          .containsExactly(Map.of("risk", risk, "priority", priority));
    }
  }

  @Nested
  class Promotion {

    @ParameterizedTest
    @CsvSource({
      "HIGH, LOW, false, SECURITY_INCIDENT",
      "MEDIUM, HIGH, false, SECURITY_INCIDENT",
      "LOW, HIGH, false, SECURITY_INCIDENT",
      "LOW, LOW, false, NO_SECURITY_INCIDENT",
      "LOW, LOW, true, SECURITY_INCIDENT",
      "NONE, HIGH, false, NO_SECURITY_INCIDENT",
      "NONE, LOW, true, SECURITY_INCIDENT"
    })
    void isByThreatAndProbabilityOfHarm(
        String threat, String probability, boolean personalData, String finding) {
      assertThat(
              rules(
                  "security-promotion",
                  Map.of(
                      "found", "SECURITY_EVENT",
                      "threat", threat,
                      "probability", probability,
                      "personalData", personalData)))
          .containsExactly(Map.of("finding", finding));
    }

    @ParameterizedTest
    @CsvSource({"NO_SECURITY_INCIDENT", "SAME_AS_ANOTHER"})
    void followsAPersonWhoSaysOtherwise(Finding found) {
      assertThat(rules("security-promotion", Map.of("found", found.name(), "personalData", false)))
          .containsExactly(Map.of("finding", found.name()));
    }
  }

  @Nested
  class Deadlines {

    @Test
    void areWrittenInWordsThatAreUnderstood() throws IOException {
      Set<String> calendars;
      try (var files = Files.list(Path.of("config/calendars"))) {
        calendars =
            files
                .map(file -> file.getFileName().toString().replace(".yaml", ""))
                .collect(Collectors.toSet());
      }
      assertThat(all("security-deadlines"))
          .isNotEmpty()
          .allSatisfy(
              rule -> {
                assertThat(WorkingSpan.parse((String) rule.get("within"))).isNotNull();
                assertThat(rule.get("countsFrom")).isIn("STARTED", "REPORTED");
                assertThat(calendars).contains((String) rule.get("calendar"));
              });
    }

    @Test
    void towardsOthersCountAroundTheClockFromTheReport() {
      assertThat(grid("security-deadlines"))
          .filteredOn(inputs -> inputs.get("stage").equals("NOTIFY"))
          .allSatisfy(
              inputs ->
                  assertThat(rules("security-deadlines", inputs).get(0))
                      .containsEntry("countsFrom", "REPORTED")
                      .containsEntry("calendar", "around-the-clock"));
    }

    @Test
    void warnTheManagerOfADutyTowardsOthersBeforeItIsMissed() {
      assertThat(rules("security-escalation", Map.of("stage", "NOTIFY", "priority", "P3")))
          .extracting(rule -> rule.get("at") + " " + rule.get("role"))
          .contains("75% group-manager", "100% group-manager", "100% top-management");
    }

    @Test
    void tellRolesThatExistAtPointsThatComeToAnEnd() {
      assertThat(all("security-escalation"))
          .allSatisfy(
              rule -> {
                assertThat(Milestone.parse((String) rule.get("at")).times()).isPositive();
                assertThat((String) rule.get("role"))
                    .matches(
                        role ->
                            Set.of("group", "group-manager", "assignee").contains(role)
                                || Groups.exists(role));
              });
    }
  }

  private static List<Map<String, Object>> all(String table) {
    return grid(table).stream().flatMap(inputs -> rules(table, inputs).stream()).toList();
  }

  private static List<Map<String, Object>> rules(String table, Map<String, ?> inputs) {
    Map<String, Object> complete = new HashMap<>();
    GRIDS.get(table).keySet().forEach(name -> complete.put(name, null));
    complete.putAll(inputs);
    return ENGINE.evaluateDecisionTable(parsed(table), complete).getResultList();
  }

  private static final Map<String, DmnDecision> PARSED = new HashMap<>();

  private static DmnDecision parsed(String table) {
    return PARSED.computeIfAbsent(
        table,
        name ->
            ENGINE.parseDecision(
                name, new ByteArrayInputStream(xml(name).getBytes(StandardCharsets.UTF_8))));
  }

  private static String xml(String table) {
    try {
      return Files.readString(Path.of("processes/security/" + table + ".dmn"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Map<String, Object>> grid(String table) {
    List<Map<String, Object>> grid = new ArrayList<>(List.of(new LinkedHashMap<>()));
    GRIDS
        .get(table)
        .forEach(
            (input, values) -> {
              List<Map<String, Object>> wider = new ArrayList<>();
              for (Map<String, Object> cell : grid) {
                for (Object value : values) {
                  Map<String, Object> next = new LinkedHashMap<>(cell);
                  next.put(input, value);
                  wider.add(next);
                }
              }
              grid.clear();
              grid.addAll(wider);
            });
    return grid.stream().filter(HAPPENS).toList();
  }
}
