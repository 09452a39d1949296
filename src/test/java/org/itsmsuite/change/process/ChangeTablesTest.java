package org.itsmsuite.change.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.change.Category;
import org.itsmsuite.change.RiskLevel;
import org.itsmsuite.identity.Groups;
import org.junit.jupiter.api.Test;

/**
 * The core's tables of the change bundle over their whole grids: no gap, and no overlap where one
 * rule must match.
 */
class ChangeTablesTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private static final List<Object> SUBJECTS = List.of("SERVICE", "COMPONENT", "SMS");
  private static final List<Object> ACTIONS = List.of("ADD", "MODIFY", "REMOVE");
  private static final List<Object> IMPACTS = List.of("HIGH", "MEDIUM", "LOW");
  private static final List<Object> CRITICALITIES = List.of("HIGH", "MEDIUM", "LOW", "NONE");
  private static final List<Object> YES_NO = List.of(true, false);

  private static final Map<String, List<Object>> CATEGORY =
      Map.of(
          "template", List.of("NONE", "VALID", "EXPIRED"),
          "emergency", YES_NO,
          "subject", SUBJECTS,
          "action", ACTIONS,
          "impact", IMPACTS,
          "criticality", CRITICALITIES,
          "itemCount", List.of(0, 1, 1000, 1001),
          "deniedItem", YES_NO);

  private static final Map<String, List<Object>> ASSESSMENTS =
      Map.of(
          "category", List.of("NORMAL", "EMERGENCY", "MAJOR"),
          "subject", SUBJECTS,
          "impact", IMPACTS,
          "criticality", CRITICALITIES);

  private static final Map<String, List<Object>> RISK =
      Map.of(
          "probability", List.of("HIGH", "MEDIUM", "LOW", "UNKNOWN"),
          "highestImpact", List.of("HIGH", "MEDIUM", "LOW", "NONE"),
          "tested", List.of("YES", "PARTLY", "NO", "UNKNOWN"),
          "backOutTested", List.of("YES", "NO", "UNKNOWN"),
          "criticality", CRITICALITIES,
          "failedChanges", List.of(0, 1, 2, 9),
          "windowFindings", List.of("NONE", "WARN", "BLOCK"));

  private static final Map<String, List<Object>> WINDOW =
      Map.of(
          "kind",
          List.of("SAME_ITEM", "DEPENDENCY", "DEPENDENCY_UNKNOWN", "FREEZE", "OUTSIDE_MAINTENANCE"),
          "moment",
          List.of("SUBMISSION", "APPROVAL", "SCHEDULING", "START"),
          "emergency",
          YES_NO,
          "risk",
          List.of("NONE", "LOW", "MEDIUM", "HIGH", "VERY_HIGH"),
          "steps",
          List.of(0, 1, 9),
          "otherApproved",
          YES_NO,
          "agreed",
          YES_NO);

  @Test
  void whateverIsFoundAboutAWindowCountsInOneWay() {
    assertThat(grid(WINDOW))
        .hasSizeGreaterThan(2000)
        .allSatisfy(
            inputs -> {
              var rules = rules("window-finding", inputs);
              assertThat(rules).as("%s", inputs).hasSize(1);
              assertThat(rules.get(0).get("severity")).isIn("BLOCK", "WARN", "NONE");
            });
  }

  @Test
  void nothingButAnEmergencyWithLeaveIsPlannedInAFreeze() {
    assertThat(grid(WINDOW))
        .filteredOn(inputs -> inputs.get("kind").equals("FREEZE"))
        .filteredOn(inputs -> List.of("SCHEDULING", "START").contains(inputs.get("moment")))
        .allSatisfy(
            inputs ->
                assertThat(rules("window-finding", inputs).get(0).get("severity"))
                    .as("%s", inputs)
                    .isEqualTo(
                        inputs.get("emergency").equals(true) && inputs.get("agreed").equals(true)
                            ? "NONE"
                            : "BLOCK"));
  }

  @Test
  void eachChangeHasOneCategory() {
    assertThat(grid(CATEGORY))
        .hasSizeGreaterThan(1000)
        .allSatisfy(
            inputs -> {
              var rules = rules("change-category", inputs);
              assertThat(rules).as("%s", inputs).hasSize(1);
              Category.valueOf((String) rules.get(0).get("category"));
            });
  }

  @Test
  void aTemplateApprovesUpToAThousandItemsAndNoneThatItMustNot() {
    assertThat(grid(CATEGORY))
        .allSatisfy(
            inputs ->
                assertThat(
                        "PRE_APPROVED"
                            .equals(rules("change-category", inputs).get(0).get("category")))
                    .as("%s", inputs)
                    .isEqualTo(
                        inputs.get("template").equals("VALID")
                            && (int) inputs.get("itemCount") <= 1000
                            && inputs.get("deniedItem").equals(false)));
  }

  @Test
  void theNineCombinationsOfSubjectAndActionAllHaveTheirWay() {
    Map<String, Object> inputs = new HashMap<>();
    inputs.put("template", "NONE");
    inputs.put("emergency", false);
    inputs.put("impact", "LOW");
    inputs.put("criticality", "LOW");
    inputs.put("itemCount", 1);
    inputs.put("deniedItem", false);
    List<String> ways = new ArrayList<>();
    for (Object subject : SUBJECTS) {
      for (Object action : ACTIONS) {
        inputs.put("subject", subject);
        inputs.put("action", action);
        ways.add(
            subject + " " + action + " " + rules("change-category", inputs).get(0).get("category"));
      }
    }
    assertThat(ways)
        .containsExactly(
            "SERVICE ADD MAJOR",
            "SERVICE MODIFY NORMAL",
            "SERVICE REMOVE MAJOR",
            "COMPONENT ADD NORMAL",
            "COMPONENT MODIFY NORMAL",
            "COMPONENT REMOVE NORMAL",
            "SMS ADD NORMAL",
            "SMS MODIFY NORMAL",
            "SMS REMOVE NORMAL");
  }

  @Test
  void eachViewIsAskedForOnceAndRiskAndSecurityAlways() {
    assertThat(grid(ASSESSMENTS))
        .allSatisfy(
            inputs -> {
              var rules = rules("change-assessments", inputs);
              List<Object> kinds = rules.stream().map(rule -> rule.get("kind")).toList();
              assertThat(kinds)
                  .as("%s", inputs)
                  .contains("RISK", "SECURITY")
                  .doesNotHaveDuplicates();
              assertThat(rules)
                  .allSatisfy(
                      rule -> {
                        assertThat(Groups.exists((String) rule.get("group"))).isTrue();
                        WorkingSpan.parse((String) rule.get("within"));
                        assertThat(Path.of("config/calendars/" + rule.get("calendar") + ".yaml"))
                            .exists();
                      });
            });
  }

  @Test
  void eachFactorOfARiskSpeaksOnce() {
    assertThat(grid(RISK))
        .allSatisfy(
            inputs ->
                assertThat(
                        rules("change-risk", inputs).stream()
                            .map(rule -> rule.get("factor"))
                            .collect(Collectors.toList()))
                    .as("%s", inputs)
                    .containsExactlyInAnyOrderElementsOf(RISK.keySet()));
  }

  @Test
  void eachScoreHasOneLevelAndMoreIsNeverLess() {
    int before = 0;
    for (int score = -5; score <= 40; score++) {
      var rules = rules("change-risk-level", Map.of("score", score));
      assertThat(rules).as("%s", score).hasSize(1);
      int level = RiskLevel.valueOf((String) rules.get(0).get("level")).ordinal();
      assertThat(level).isGreaterThanOrEqualTo(before);
      before = level;
    }
    assertThat(before).isEqualTo(RiskLevel.VERY_HIGH.ordinal());
  }

  @Test
  void eachChangeHasOneRouteWithABoardThatExists() {
    assertThat(
            grid(
                Map.of(
                    "category", List.of("NORMAL", "EMERGENCY", "MAJOR"),
                    "subject", SUBJECTS,
                    "risk", List.of("LOW", "MEDIUM", "HIGH", "VERY_HIGH"),
                    "step", List.of(1, 2, 3))))
        .allSatisfy(
            inputs -> {
              var rules = rules("approval-route", inputs);
              assertThat(rules).as("%s", inputs).hasSize(1);
              Map<String, Object> rule = rules.get(0);
              for (String group : List.of("board", "chair")) {
                assertThat(Groups.exists((String) rule.get(group))).as("%s", rule).isTrue();
              }
              new org.itsmsuite.change.vote.VotingRule(
                  org.itsmsuite.change.vote.VotingRule.Kind.valueOf((String) rule.get("rule")),
                  ((Number) rule.get("threshold")).intValue(),
                  ((Number) rule.get("quorum")).intValue(),
                  (boolean) rule.get("castingVote"));
              WorkingSpan.parse((String) rule.get("within"));
              WorkingSpan.parse((String) rule.get("remindAfter"));
              assertThat(Path.of("config/calendars/" + rule.get("calendar") + ".yaml")).exists();
            });
  }

  @Test
  void majorChangesAndTheManagementSystemNeedASecondBoard() {
    assertThat(
            grid(
                Map.of(
                    "category", List.of("NORMAL", "EMERGENCY", "MAJOR"),
                    "subject", SUBJECTS,
                    "risk", List.of("LOW", "MEDIUM", "HIGH", "VERY_HIGH"),
                    "step", List.of(1))))
        .allSatisfy(
            inputs ->
                assertThat(rules("approval-route", inputs).get(0).get("further"))
                    .as("%s", inputs)
                    .isEqualTo(
                        inputs.get("category").equals("MAJOR")
                            || inputs.get("subject").equals("SMS")));
  }

  @Test
  void nothingButAYesOfTheBoardApproves() {
    assertThat(
            grid(
                Map.of(
                    "result", List.of("APPROVED", "REJECTED", "NO_QUORUM", "STOPPED"),
                    "advisory", YES_NO,
                    "further", YES_NO)))
        .allSatisfy(
            inputs -> {
              var rules = rules("cab-decision", inputs);
              assertThat(rules).as("%s", inputs).hasSize(1);
              if (rules.get(0).get("follows").equals("APPROVED")) {
                assertThat(inputs)
                    .containsEntry("result", "APPROVED")
                    .containsEntry("advisory", false)
                    .containsEntry("further", false);
              }
            });
  }

  @Test
  void eachChangeThatWasWorkedOnIsReviewed() {
    assertThat(
            grid(
                Map.of(
                    "category", List.of("PRE_APPROVED", "NORMAL", "EMERGENCY", "MAJOR"),
                    "implementation", List.of("IMPLEMENTED", "BACKED_OUT", "FAILED"))))
        .allSatisfy(
            inputs -> {
              var rules = rules("change-review-due", inputs);
              assertThat(rules).as("%s", inputs).hasSize(1);
              WorkingSpan.parse((String) rules.get(0).get("after"));
            });
  }

  @Test
  void whatTheFactsAreCalledTheTablesRead() {
    Set<String> read =
        List.of("change-category", "change-assessments", "change-risk").stream()
            .flatMap(
                table ->
                    java.util.regex.Pattern.compile("inputVariable=\"(\\w+)\"")
                        .matcher(xml(table))
                        .results()
                        .map(found -> found.group(1)))
            .collect(Collectors.toSet());
    assertThat(read)
        .containsExactlyInAnyOrder(
            "template",
            "emergency",
            "subject",
            "action",
            "impact",
            "criticality",
            "itemCount",
            "deniedItem",
            "category",
            "probability",
            "highestImpact",
            "tested",
            "backOutTested",
            "failedChanges",
            "windowFindings");
  }

  private static List<Map<String, Object>> rules(String table, Map<String, Object> inputs) {
    return ENGINE.evaluateDecision(decision(table), Variables.fromMap(inputs)).getResultList();
  }

  private static final Map<String, DmnDecision> DECISIONS = new HashMap<>();

  private static DmnDecision decision(String table) {
    return DECISIONS.computeIfAbsent(
        table,
        name ->
            ENGINE.parseDecision(
                name,
                new java.io.ByteArrayInputStream(
                    xml(name).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  private static String xml(String table) {
    try {
      return Files.readString(Path.of("processes/change/" + table + ".dmn"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Map<String, Object>> grid(Map<String, List<Object>> values) {
    List<Map<String, Object>> grid = new ArrayList<>();
    grid.add(new HashMap<>());
    for (var input : values.entrySet()) {
      List<Map<String, Object>> wider = new ArrayList<>();
      for (var begun : grid) {
        for (Object value : input.getValue()) {
          Map<String, Object> more = new HashMap<>(begun);
          more.put(input.getKey(), value);
          wider.add(more);
        }
      }
      grid = wider;
    }
    return grid;
  }
}
