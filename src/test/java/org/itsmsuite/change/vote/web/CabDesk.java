package org.itsmsuite.change.vote.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.itsmsuite.change.web.ChangePractice;
import org.itsmsuite.web.Program.Answer;

/** Brings changes before the board, over HTTP. */
public final class CabDesk {

  /** Who assesses as a member of which group. */
  private static final Map<String, String> ASSESSORS =
      Map.of(
          "change-managers", "change-manager",
          "process-owners", "process-owner",
          "security-team", "security-officer",
          "service-level-managers", "service-level-manager",
          "third-level", "engineer");

  /** Each change has an evening of its own: they touch the same item, and are not to collide. */
  private static final Instant FIRST_EVENING = Instant.parse("2099-03-07T20:00:00Z");

  private static final AtomicInteger EVENINGS = new AtomicInteger();

  private final ChangePractice people;

  public CabDesk(int port) {
    this.people = new ChangePractice(port);
  }

  public ChangePractice people() {
    return people;
  }

  /** A change whose risk is medium, so that the board's count decides, with its vote open. */
  public String beforeTheBoard(String title) {
    return beforeTheBoard("requester", title);
  }

  /** The same, asked for by somebody else. */
  public String beforeTheBoard(String requester, String title) {
    Map<String, Object> asked = new LinkedHashMap<>(ChangePractice.asked("title", title));
    asked.put("subject", "COMPONENT");
    asked.put("items", List.of("email"));
    asked.remove("window");
    Instant from = FIRST_EVENING.plus(Duration.ofDays(EVENINGS.incrementAndGet()));
    asked.put(
        "window", Map.of("from", from.toString(), "to", from.plus(Duration.ofHours(2)).toString()));
    String number = people.requested(requester, asked);
    assess(number);
    return number;
  }

  private void assess(String number) {
    for (var entry : ASSESSORS.entrySet()) {
      Answer tasks =
          people
              .as(entry.getValue())
              .get(
                  "/engine-rest/task?processInstanceBusinessKey="
                      + number
                      + "&taskDefinitionKey=userTask_assessChange&candidateGroup="
                      + entry.getKey());
      for (int i = 0; i < tasks.body().size(); i++) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("result", "ASSESSED");
        values.put("impact", "MEDIUM");
        values.put("text", "It is what it is");
        if (entry.getKey().equals("change-managers")) {
          values.put("probability", "HIGH");
          values.put("tested", "YES");
          values.put("backOutTested", "YES");
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        Answer done =
            people
                .as(entry.getValue())
                .post(
                    "/engine-rest/task/" + tasks.at("/" + i + "/id") + "/complete",
                    Map.of("variables", variables));
        assertThat(done.status()).as(done.text()).isEqualTo(204);
      }
    }
  }

  /** Casts a ballot over the API: {@code 200}, or the refusal. */
  public String vote(String account, String number, String choice) {
    return answer(
        people
            .as(account)
            .post(
                "/api/changes/" + number + "/votes",
                Map.of("choice", choice, "reason", account + " says so")));
  }

  /** Casts a ballot for somebody else. */
  public String vote(String account, String number, String choice, String voter, boolean recorded) {
    return answer(
        people
            .as(account)
            .post(
                "/api/changes/" + number + "/votes",
                Map.of(
                    "choice", choice, "reason", "Said so", "voter", voter, "recorded", recorded)));
  }

  private static String answer(Answer answer) {
    return answer.status() == 200 ? "200" : answer.refusal();
  }

  /** Such as {@code APPROVED}; null before. */
  public String decision(String number) {
    return people.seen("change-manager", number).at("/decision/verdict");
  }
}
