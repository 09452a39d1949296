package org.itsmsuite.change.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Templates over the API and on their page. */
@DemoSuite
class TemplatesTest {

  private static final String FAR = "2099-01-01T00:00:00Z";

  @LocalServerPort int port;
  private ChangePractice people;
  private String id;

  @BeforeEach
  void peopleCome() {
    people = new ChangePractice(port);
    id = "t-" + UUID.randomUUID();
  }

  private Map<String, Object> text() {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("id", id);
    text.put("title", "Restart the mail server");
    text.put("service", "email");
    text.put("subject", "COMPONENT");
    text.put("action", "MODIFY");
    text.put("impact", "LOW");
    text.put("items", List.of("email"));
    text.put("implementationPlan", "Press the button");
    text.put("backOutPlan", "Press it again");
    return text;
  }

  private void drafted() {
    var answer = people.as("change-manager").post("/api/change-templates", text());
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("state")).isEqualTo("DRAFT");
  }

  private String act(String account, String what, Map<String, ?> values) {
    var answer = people.as(account).post("/api/change-templates/" + id + "/1/" + what, values);
    return answer.status() == 200 ? answer.at("state") : answer.refusal();
  }

  @Test
  void writtenByOneReleasedByAnotherTakenOutOfUse() {
    drafted();
    assertThat(act("change-manager", "release", Map.of("expiresAt", FAR)))
        .isEqualTo("403 duties.conflict");
    assertThat(act("process-approver", "release", Map.of("expiresAt", FAR))).isEqualTo("RELEASED");

    assertThat(people.as("auditor").get("/api/change-templates").text())
        .contains(id, "process-approver");
    assertThat(act("change-manager", "retire", Map.of("reason", "Gone"))).isEqualTo("RETIRED");
    assertThat(act("change-manager", "retire", Map.of("reason", "Gone")))
        .isEqualTo("409 change.template-not-in-use");
  }

  @ParameterizedTest
  @CsvSource({"agent", "requester", "auditor", "cab-1"})
  void nobodyElseWritesOrReleases(String account) {
    drafted();
    assertThat(people.as(account).post("/api/change-templates", text()).status()).isEqualTo(403);
    assertThat(act(account, "release", Map.of("expiresAt", FAR))).startsWith("403");
  }

  @Test
  void badInputIsRefused() {
    drafted();
    var bad = text();
    bad.put("id", "Not An Id");
    bad.put("backOutPlan", "");
    assertThat(people.as("change-manager").post("/api/change-templates", bad).text())
        .contains("change.template-id", "request.missing");
    assertThat(act("process-approver", "release", Map.of("expiresAt", "soon"))).startsWith("400");
    assertThat(act("process-approver", "release", Map.of("expiresAt", "2001-01-01T00:00:00Z")))
        .isEqualTo("400 change.expired-already");
    assertThat(
            people
                .as("process-approver")
                .post("/api/change-templates/" + id + "/7/release", Map.of("expiresAt", FAR))
                .refusal())
        .isEqualTo("404 change.template-not-found");
    assertThat(
            people
                .as("process-approver")
                .post("/api/change-templates/" + id + "/x/release", Map.of("expiresAt", FAR))
                .status())
        .isIn(400, 404);
  }

  @Test
  void thePageShowsWritesAndReleases() {
    var author = Visitor.browser(port);
    author.logIn("change-manager", "change-manager");
    var written =
        author.form(
            "/changes/templates",
            Map.of(
                "id", id,
                "title", "By page <i>",
                "service", "email",
                "subject", "COMPONENT",
                "action", "MODIFY",
                "impact", "LOW",
                "implementationPlan", "Press",
                "backOutPlan", "Press again"));
    assertThat(written.statusCode()).as(written.body()).isEqualTo(302);
    assertThat(author.get("/changes/templates").body()).contains(id, "By page &lt;i&gt;", "Draft");
    assertThat(
            author
                .form("/changes/templates/" + id + "/1/release", Map.of("expires", "2099-01-01"))
                .body())
        .contains("does not release it");

    var approver = Visitor.browser(port);
    approver.logIn("process-approver", "process-approver");
    assertThat(
            approver
                .form("/changes/templates/" + id + "/1/release", Map.of("expires", "2099-01-01"))
                .statusCode())
        .isEqualTo(302);
    assertThat(author.get("/changes/new").body()).contains(id);
    assertThat(author.form("/changes/templates/" + id + "/1/retire", Map.of("reason", "")).body())
        .contains("Nothing was done");
  }
}
