package org.itsmsuite.incident.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.camunda.bpm.engine.task.Task;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.engine.FormRefused;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.incident.Impact;
import org.itsmsuite.incident.Incident;
import org.itsmsuite.incident.Urgency;
import org.itsmsuite.incident.WaitingReason;
import org.itsmsuite.ledger.LedgerEntry;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.replay.process.InMemoryDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever people and timers do, in whatever order: every state of an incident is what its facts
 * tell (S-207).
 */
class LedgerCoverageTest {

  private static final int STEPS = 40;
  private static TriageDesk desk;

  private final List<String> story = new ArrayList<>();
  private Random random;
  private String number;
  private String other;

  @BeforeAll
  static void open() {
    desk = new TriageDesk(InMemoryDesk.open(content()));
  }

  @AfterAll
  static void close() {
    desk.desk.close();
  }

  private static ContentSource content() {
    return new org.itsmsuite.content.FolderContent(java.nio.file.Path.of("."));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void everyDifferenceIsExplainedByAFactWrittenInBetween(long seed) {
    random = new Random(seed);
    desk.desk.at(TriageDesk.MONDAY_NINE);
    other = desk.reported();
    number = desk.reported(one(Impact.values()), one(Urgency.values()));
    Map<String, Object> told =
        new LinkedHashMap<>(
            Map.of(
                "reopenings",
                0,
                "reassignments",
                0,
                "level",
                1,
                "triaged",
                false,
                "problemSuspected",
                false));
    int read = tell(told, 0);
    isWhatWasTold(told);
    for (int step = 0; step < STEPS; step++) {
      step();
      read = tell(told, read);
      isWhatWasTold(told);
    }
  }

  private void isWhatWasTold(Map<String, Object> told) {
    snapshot()
        .forEach(
            (field, value) ->
                assertThat(told.get(field)).as("%s after %s", field, story).isEqualTo(value));
  }

  /** Applies the facts written since; what they say was before must be what was told before. */
  private int tell(Map<String, Object> told, int from) {
    List<LedgerEntry> entries = desk.desk.ledger().of(number);
    for (LedgerEntry entry : entries.subList(from, entries.size())) {
      if (entry.what().startsWith("incident.")) {
        entry
            .before()
            .forEach(
                (field, value) ->
                    assertThat(told.get(field))
                        .as("%s, %s before: %s", entry.what(), field, story)
                        .isEqualTo(value));
        told.putAll(entry.after());
      }
    }
    return entries.size();
  }

  private Map<String, Object> snapshot() {
    Incident incident = desk.incident(number);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("status", incident.status().name());
    fields.put("mechanism", name(incident.assessment().mechanism()));
    fields.put("category", incident.assessment().category());
    fields.put("impact", name(incident.assessment().impact()));
    fields.put("urgency", name(incident.assessment().urgency()));
    fields.put("priority", incident.assessment().priority());
    fields.put("triaged", incident.assessment().triaged());
    fields.put("level", incident.assignment().level());
    fields.put("problemSuspected", incident.outcome().problemSuspected());
    fields.put("duplicateOf", incident.assessment().duplicateOf());
    fields.put("group", incident.assignment().group());
    fields.put("assignee", incident.assignment().assignee());
    fields.put("waitingFor", incident.waiting() == null ? null : name(incident.waiting().reason()));
    fields.put("resolution", incident.outcome().resolution());
    fields.put("code", incident.outcome().code());
    fields.put("resolvedAt", name(incident.outcome().resolvedAt()));
    fields.put("closedAt", name(incident.outcome().closedAt()));
    fields.put("reopenings", incident.outcome().reopenings());
    fields.put("reassignments", incident.assignment().reassignments());
    return fields;
  }

  private static String name(Object value) {
    return Objects.toString(value, null);
  }

  private <T> T one(T[] all) {
    return all[random.nextInt(all.length)];
  }

  private String group() {
    return one(new String[] {"service-desk", "second-level", "third-level", "security-team"});
  }

  private Actor person() {
    return one(
        new Actor[] {
          TriageDesk.REQUESTER, TriageDesk.AGENT, TriageDesk.SPECIALIST, TriageDesk.INCIDENT_MANAGER
        });
  }

  private void step() {
    desk.desk.as(person());
    int verb = random.nextInt(12);
    try {
      switch (verb) {
        case 0 ->
            did(
                "set priority",
                () ->
                    desk.desk
                        .incidents()
                        .setPriority(
                            number, one(Impact.values()), one(Urgency.values()), "Because"));
        case 1 ->
            did(
                "wait",
                () -> desk.desk.incidents().startWaiting(number, one(WaitingReason.values())));
        case 2 -> did("resume", () -> desk.desk.incidents().resume(number));
        case 3 -> did("hand over", () -> desk.desk.incidents().handOver(number, group(), "Yours"));
        case 4, 5 -> did("take", () -> desk.desk.take(number));
        case 6, 7, 8 -> did("complete", this::complete);
        case 9 -> did("confirm", () -> desk.desk.incidents().confirm(number));
        case 10 -> did("reopen", () -> desk.desk.incidents().reopen(number, "Still broken"));
        default -> letTimePassOrCancel();
      }
    } catch (Refusal | FormRefused refused) {
      story.add("refused");
    }
  }

  private void letTimePassOrCancel() {
    if (random.nextInt(8) == 0) {
      did("cancel", () -> desk.desk.incidents().cancel(number, "Not needed"));
    } else {
      did(
          "time passes",
          () -> {
            desk.desk.as(Actor.SYSTEM);
            var until = desk.desk.now().plus(Duration.ofHours(1 + random.nextInt(30)));
            desk.desk.letTimePass(number, until);
            desk.desk.at(until);
          });
    }
  }

  private void did(String what, Runnable verb) {
    story.add(what);
    verb.run();
  }

  private void complete() {
    Task task = desk.task(number);
    if (task != null) {
      desk.desk.complete(number, task.getTaskDefinitionKey(), form(task.getTaskDefinitionKey()));
    }
  }

  private Map<String, Object> form(String task) {
    return switch (task) {
      case "userTask_triageIncident" -> triage();
      case "userTask_restoreService" ->
          random.nextBoolean()
              ? Map.of(
                  "result",
                  "RESTORED",
                  "resolution",
                  "Fixed " + random.nextInt(),
                  "resolutionCode",
                  "FIXED",
                  "causeKnown",
                  one(new String[] {"YES", "NO"}))
              : Map.of("result", "HAND_OVER", "handOverTo", group(), "reason", "Yours");
      default -> Map.of("confirmed", one(new String[] {"YES", "NO"}), "comment", "So it is");
    };
  }

  private Map<String, Object> triage() {
    Map<String, Object> values = new LinkedHashMap<>();
    boolean duplicate = random.nextInt(6) == 0;
    values.put("mechanism", duplicate ? "DUPLICATE" : "INCIDENT");
    if (duplicate) {
      values.put("duplicateOf", other);
    } else if (random.nextBoolean()) {
      values.put("handOverTo", group());
    }
    values.put("category", one(new String[] {"other", "access", "information"}));
    values.put("impact", one(Impact.values()).name());
    values.put("urgency", one(Urgency.values()).name());
    values.put("reason", "Seen");
    return values;
  }
}
