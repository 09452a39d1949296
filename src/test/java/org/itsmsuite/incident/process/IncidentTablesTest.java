package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.itsmsuite.calendar.WorkingSpan;
import org.itsmsuite.escalation.EscalationAction;
import org.itsmsuite.sla.Milestone;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every table of the incident bundle over its whole grid: no gap, and no overlap where one rule
 * must match.
 */
class IncidentTablesTest {

  private static final DmnEngine ENGINE =
      DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  private static final List<?> PRIORITIES = List.of("P1", "P2", "P3", "P4");
  private static final List<?> MECHANISMS = List.of("INCIDENT", "SERVICE_REQUEST", "DUPLICATE");
  private static final List<?> SERVICES = List.of("workplace", "email", "payroll", "facility");
  private static final List<?> CATEGORIES = listOf("information", "access", "Category 45", null);

  private static final Map<String, Map<String, List<?>>> GRIDS =
      Map.of(
          "incident-priority",
          Map.of(
              "impact", List.of("HIGH", "MEDIUM", "LOW", "NONE_YET"),
              "urgency", List.of("HIGH", "MEDIUM", "LOW")),
          "incident-classification",
          Map.of(
              "found",
              listOf("INCIDENT", "SERVICE_REQUEST", "DUPLICATE", "SECURITY_INCIDENT", null),
              "category",
              CATEGORIES,
              "security",
              List.of(true, false)),
          "incident-routing",
          Map.of(
              "triaged", List.of(true, false),
              "security", List.of(true, false),
              "mechanism", MECHANISMS,
              "requestedGroup", listOf("third-level", null),
              "category", CATEGORIES,
              "serviceGroup", List.of("second-level")),
          "incident-reminders",
          Map.of(
              "waitingFor",
              List.of("CUSTOMER", "SUPPLIER", "PROBLEM", "CHANGE"),
              "priority",
              PRIORITIES),
          "incident-closing",
          Map.of("priority", PRIORITIES),
          "major-incident-criteria",
          Map.of(
              "customer", List.of("north-office", "south-office", "a-customer-of-tomorrow"),
              "triaged", List.of(true, false),
              "priority", PRIORITIES,
              "service", SERVICES,
              "impact", List.of("HIGH", "MEDIUM", "LOW", "NONE_YET")),
          "major-incident-overdue",
          Map.of("awaited", List.of("REPORT", "REVIEW")),
          "sla-target",
          Map.of(
              "service",
              SERVICES,
              "customer",
              listOf("north-office", "south-office", null),
              "priority",
              PRIORITIES),
          "monitoring-event",
          Map.of(
              "severity",
              listOf(
                  "EMERGENCY",
                  "DISASTER",
                  "FATAL",
                  "CRITICAL",
                  "ALERT",
                  "DOWN",
                  "HIGH",
                  "ERROR",
                  "MAJOR",
                  "AVERAGE",
                  "WARNING",
                  "WARN",
                  "MINOR",
                  "RECOVERED",
                  "RESOLVED",
                  "OK",
                  "UP",
                  "CLEARED",
                  "INFO",
                  "INFORMATION",
                  "NOTICE",
                  "DEBUG",
                  "A WORD OF TOMORROW",
                  "",
                  null)),
          "escalation",
          Map.of(
              "clock", List.of("RESPONSE", "RESOLUTION", "UPDATE"),
              "priority", PRIORITIES,
              "level", List.of(1, 2, 3)));

  static Stream<String> uniqueTables() {
    return GRIDS.keySet().stream().filter(table -> xml(table).contains("hitPolicy=\"UNIQUE\""));
  }

  static Stream<String> collectingTables() {
    return GRIDS.keySet().stream().filter(table -> xml(table).contains("hitPolicy=\"COLLECT\""));
  }

  @ParameterizedTest
  @MethodSource("uniqueTables")
  void exactlyOneRuleMatches(String table) {
    assertThat(grid(table))
        .allSatisfy(inputs -> assertThat(rules(table, inputs)).as("%s", inputs).hasSize(1));
  }

  @ParameterizedTest
  @MethodSource("collectingTables")
  void atLeastOneRuleMatches(String table) {
    assertThat(grid(table))
        .allSatisfy(inputs -> assertThat(rules(table, inputs)).as("%s", inputs).isNotEmpty());
  }

  @Test
  void everyTableOfTheBundleIsLookedAt() throws IOException {
    try (var files = Files.list(Path.of("processes/incident"))) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".dmn")))
          .containsExactlyInAnyOrderElementsOf(
              GRIDS.keySet().stream().map(name -> name + ".dmn").toList());
    }
  }

  @Nested
  class Priority {

    /** The combinations a real desk recorded, with the priorities it gave them. */
    @ParameterizedTest
    @CsvSource({
      "HIGH, HIGH, P1", "HIGH, MEDIUM, P2", "MEDIUM, HIGH, P2", "MEDIUM, MEDIUM, P3",
      "MEDIUM, LOW, P4", "LOW, HIGH, P3", "LOW, MEDIUM, P4", "LOW, LOW, P4"
    })
    void agreesWithARealDesk(String impact, String urgency, String priority) {
      assertThat(rules("incident-priority", Map.of("impact", impact, "urgency", urgency)))
          .containsExactly(Map.of("priority", priority));
    }

    @ParameterizedTest
    @CsvSource({"HIGH, P3", "MEDIUM, P4", "LOW, P4"})
    void isGivenByTheUrgencyWhereNobodyFeelsAnythingYet(String urgency, String priority) {
      assertThat(rules("incident-priority", Map.of("impact", "NONE_YET", "urgency", urgency)))
          .containsExactly(Map.of("priority", priority));
    }
  }

  @Nested
  class Targets {

    @Test
    void promiseAResponseAndAResolutionForEachServiceAndPriority() {
      assertThat(grid("sla-target"))
          .allSatisfy(
              inputs ->
                  assertThat(promises(inputs))
                      .as("%s", inputs)
                      .contains("RESPONSE", "RESOLUTION")
                      .doesNotHaveDuplicates());
    }

    /** No agreement, no promise: such a record is not measured. */
    @Test
    void promiseNothingWhereNothingWasAgreed() {
      assertThat(promises(Map.of("service", "a-service-of-tomorrow", "priority", "P1"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "workplace, north-office, north-office-services",
      "facility, , north-office-services",
      "payroll, north-office, north-office-payroll",
      "legal, south-office, south-office-services",
      "email, south-office, south-office-services"
    })
    void standOnTheCustomersAgreement(String service, String customer, String agreement) {
      Map<String, Object> inputs = new HashMap<>(Map.of("service", service, "priority", "P2"));
      inputs.put("customer", customer);

      assertThat(rules("sla-target", inputs))
          .hasSize(3)
          .allSatisfy(rule -> assertThat(rule.get("agreement")).isEqualTo(agreement));
    }

    @Test
    void promiseAnAnswerToMessagesWhereItIsUrgent() {
      assertThat(grid("sla-target"))
          .allSatisfy(
              inputs ->
                  assertThat(promises(inputs).contains("UPDATE"))
                      .as("%s", inputs)
                      .isEqualTo(List.of("P1", "P2").contains(inputs.get("priority"))));
    }

    private static List<Object> promises(Map<String, Object> inputs) {
      return rules("sla-target", inputs).stream().map(rule -> rule.get("clock")).toList();
    }

    @Test
    void neverLetWaitingStopTheResponseClock() {
      assertThat(grid("sla-target"))
          .allSatisfy(
              inputs ->
                  assertThat(rules("sla-target", inputs))
                      .filteredOn(rule -> rule.get("clock").equals("RESPONSE"))
                      .allSatisfy(rule -> assertThat(rule.get("pauseReasons")).isEqualTo("")));
    }
  }

  @Nested
  class Escalation {

    @Test
    void saysEverythingInWordsThatAreUnderstood() {
      assertThat(
              grid("escalation").stream().flatMap(inputs -> rules("escalation", inputs).stream()))
          .allSatisfy(
              rule -> {
                assertThat(Milestone.parse((String) rule.get("at"))).isNotNull();
                assertThat(EscalationAction.valueOf((String) rule.get("action"))).isNotNull();
              });
    }

    @Test
    void callsForTheWordThatIsDueAndTellsWhenItIsNotGiven() {
      assertThat(rules("escalation", Map.of("clock", "UPDATE", "priority", "P2", "level", 2)))
          .extracting(rule -> rule.get("at") + " " + rule.get("action") + " " + rule.get("role"))
          .contains("75% NOTIFY group", "100% NOTIFY incident-managers");
    }

    @Test
    void tellsTheCustomerBeforeTheTargetIsMissedAndAfter() {
      assertThat(grid("escalation"))
          .filteredOn(inputs -> !inputs.get("clock").equals("UPDATE"))
          .allSatisfy(
              inputs ->
                  assertThat(rules("escalation", inputs))
                      .extracting(rule -> rule.get("at") + " " + rule.get("action"))
                      .contains("75% WARN_CUSTOMER", "100% TELL_CUSTOMER"));
    }

    @Test
    void tellsTheCustomerThatOurWordIsLate() {
      assertThat(grid("escalation"))
          .filteredOn(inputs -> inputs.get("clock").equals("UPDATE"))
          .allSatisfy(
              inputs ->
                  assertThat(rules("escalation", inputs))
                      .extracting(rule -> rule.get("at") + " " + rule.get("action"))
                      .contains("100% TELL_CUSTOMER"));
    }
  }

  @Nested
  class MajorIncidents {

    private static List<Map<String, Object>> criteria() {
      return grid("major-incident-criteria").stream()
          .flatMap(inputs -> rules("major-incident-criteria", inputs).stream())
          .toList();
    }

    @Test
    void areNeverDeclaredByAReportThatNobodyHasLookedAt() {
      assertThat(grid("major-incident-criteria"))
          .filteredOn(inputs -> inputs.get("triaged").equals(false))
          .isNotEmpty()
          .allSatisfy(
              inputs ->
                  assertThat(rules("major-incident-criteria", inputs).get(0).get("major"))
                      .as("%s", inputs)
                      .isEqualTo(false));
    }

    @Test
    void areAllWithTheHighestPriorityThatSomebodyHasLookedAt() {
      assertThat(grid("major-incident-criteria"))
          .filteredOn(inputs -> inputs.get("triaged").equals(true))
          .filteredOn(inputs -> inputs.get("priority").equals("P1"))
          .isNotEmpty()
          .allSatisfy(
              inputs ->
                  assertThat(rules("major-incident-criteria", inputs).get(0).get("major"))
                      .isEqualTo(true));
    }

    @ParameterizedTest
    @CsvSource({
      "north-office, payroll, HIGH, true",
      "north-office, payroll, MEDIUM, false",
      "north-office, email, HIGH, false",
      "south-office, facility, HIGH, true",
      "south-office, payroll, HIGH, false",
      "a-customer-of-tomorrow, payroll, HIGH, false"
    })
    void areThoseThatWereAgreedWithTheCustomer(
        String customer, String service, String impact, boolean major) {
      assertThat(
              rules(
                      "major-incident-criteria",
                      Map.of(
                          "customer", customer,
                          "triaged", true,
                          "priority", "P2",
                          "service", service,
                          "impact", impact))
                  .get(0)
                  .get("major"))
          .isEqualTo(major);
    }

    @Test
    void haveTimesThatAreUnderstoodAndCalendarsThatExist() {
      assertThat(criteria())
          .allSatisfy(
              rule -> {
                assertThat(Duration.parse((String) rule.get("updateEvery"))).isPositive();
                assertThat(WorkingSpan.parse((String) rule.get("reportWithin"))).isNotNull();
                assertThat(WorkingSpan.parse((String) rule.get("reviewWithin"))).isNotNull();
                assertThat(Path.of("config/calendars", rule.get("updateCalendar") + ".yaml"))
                    .exists();
                assertThat(Path.of("config/calendars", rule.get("calendar") + ".yaml")).exists();
                assertThat((String) rule.get("reason")).isNotBlank();
              });
    }

    @Test
    void carryTheCustomersAgreementAndItsDate() {
      assertThat(grid("major-incident-criteria"))
          .allSatisfy(
              inputs -> {
                var rule = rules("major-incident-criteria", inputs).get(0);
                if (inputs.get("customer").equals("a-customer-of-tomorrow")) {
                  assertThat(rule.get("agreedWith")).isNull();
                } else {
                  assertThat(rule.get("agreedWith")).isEqualTo(inputs.get("customer"));
                  assertThat(LocalDate.parse((String) rule.get("agreedOn"))).isNotNull();
                }
              });
    }

    @Test
    void whoseReportDoesNotComeAreToldToIncidentManagersThenToTopManagement() {
      assertThat(List.of("REPORT", "REVIEW"))
          .allSatisfy(
              awaited ->
                  assertThat(rules("major-incident-overdue", Map.of("awaited", awaited)))
                      .allSatisfy(
                          rule -> {
                            if (rule.get("after") != null) {
                              assertThat(WorkingSpan.parse((String) rule.get("after"))).isNotNull();
                            }
                          })
                      .extracting(rule -> rule.get("role"))
                      .startsWith("incident-managers", "top-management"));
    }
  }

  @Test
  void spansOfWaitingAndClosingAreUnderstood() {
    var spans =
        Stream.of("incident-reminders", "incident-closing")
            .flatMap(table -> grid(table).stream().flatMap(inputs -> rules(table, inputs).stream()))
            .flatMap(
                rule ->
                    Stream.of("remindEvery", "giveUpAfter", "closeAfter", "reopenWithin")
                        .map(rule::get))
            .filter(java.util.Objects::nonNull);

    assertThat(spans)
        .isNotEmpty()
        .allSatisfy(span -> assertThat(WorkingSpan.parse((String) span)).isNotNull());
  }

  private static List<Map<String, Object>> rules(String table, Map<String, ?> inputs) {
    Map<String, Object> complete = new HashMap<>(Map.of());
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
                name,
                new java.io.ByteArrayInputStream(
                    xml(name).getBytes(java.nio.charset.StandardCharsets.UTF_8))));
  }

  private static String xml(String table) {
    try {
      return Files.readString(Path.of("processes/incident/" + table + ".dmn"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
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
    return grid;
  }

  private static List<?> listOf(Object... values) {
    return Arrays.asList(values);
  }
}
