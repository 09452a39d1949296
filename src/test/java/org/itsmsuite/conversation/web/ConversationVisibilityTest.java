package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.List;
import java.util.Map;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Parts;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads and writes what. */
@DemoSuite
class ConversationVisibilityTest {

  private static final String NOTE = "Hush: the queue of the director";
  private static final String SECRET_FILE = "hush.txt";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Restrictions restrictions;
  private Talk talk;
  private String note;
  private String secretFile;

  @BeforeEach
  void aConversationWithANoteInIt() {
    talk = new Talk(port, jdbc, reported(Program.of(port, "requester"), report()));
    talk.says("requester", "Any news?");
    note = talk.notes("specialist", NOTE).at("id");
    secretFile = attached("specialist", SECRET_FILE, "INTERNAL");
    talk.says("agent", "Soon.");
    attached("requester", "mine.txt", null);
  }

  private String attached(String account, String name, String visibility) {
    var parts = new Parts().file("file", name, "text/plain", NOTE.getBytes());
    if (visibility != null) {
      parts.field("visibility", visibility);
    }
    var answer = Visitor.program(port, account).parts(talk.attachments(), parts);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  @Test
  void aNumberThatIsHiddenStandsInNoMessage() {
    String hidden = reported(Program.of(port, "requester"), report());
    String id = talk.says("agent", "Same as " + hidden + ", " + hidden.toLowerCase()).at("id");
    restrictions.restrict(hidden);

    for (String account : List.of("requester", "agent", "specialist")) {
      for (String answer :
          List.of(
              talk.as(account).get(talk.messages()).text(),
              talk.as(account).get(talk.messages() + "/" + id).text(),
              talk.browser(account).get("/incidents/" + talk.number).body(),
              talk.browser(account).get("/records/" + talk.number + "/messages").body())) {
        assertThat(answer).contains("Same as […]").doesNotContainIgnoringCase(hidden);
      }
    }
    assertThat(talk.as("security-officer").get(talk.messages()).text())
        .contains("Same as " + hidden);
  }

  @Nested
  class OutsideTheDesk {

    @ParameterizedTest
    @ValueSource(strings = {"requester", "customer-contact"})
    void notesAreInNoAnswer(String account) {
      var program = talk.as(account);
      Visitor browser = talk.browser(account);
      for (String answer :
          List.of(
              program.get(talk.messages()).text(),
              program.get(talk.attachments()).text(),
              program.get("/api/records/" + talk.number + "/timeline").text(),
              program.get("/api/incidents/" + talk.number).text(),
              browser.get("/incidents/" + talk.number).body(),
              browser.get("/records/" + talk.number + "/messages").body())) {
        assertThat(answer)
            .isNotBlank()
            .doesNotContain("Hush", "hush", "specialist", "INTERNAL", "noteWritten", note);
      }
    }

    @Test
    void notesAreNotCounted() {
      var page = talk.as("requester").get(talk.messages() + "?size=1").body().path("page");
      assertThat(page.path("totalElements").asInt()).isEqualTo(2);
      assertThat(page.path("totalPages").asInt()).isEqualTo(2);
      assertThat(talk.as("agent").get(talk.messages()).at("/page/totalElements")).isEqualTo("3");
    }

    @Test
    void notesLookAbsentByTheirAddress() {
      String absent = "/00000000-0000-0000-0000-000000000000";
      var program = talk.as("requester");
      var hidden = program.get(talk.messages() + "/" + note);
      assertThat(hidden.refusal()).isEqualTo("404 conversation.not-found");
      assertThat(hidden.text()).isEqualTo(program.get(talk.messages() + absent).text());
      var file = program.get(secretFile);
      assertThat(file.refusal()).isEqualTo("404 attachment.not-found");
      assertThat(file.text()).isEqualTo(program.get(talk.attachments() + absent).text());
      assertThat(talk.browser("requester").get(secretFile.replace("/api", "")).statusCode())
          .isEqualTo(404);
    }

    @Test
    void notesAreInNoMessageToAnybody() {
      assertThat(talk.letters()).contains("Soon.", "Any news?").doesNotContain("Hush", "hush");
    }

    @Test
    void theDeskHasNoNames() {
      var messages = talk.as("requester").get(talk.messages()).body().path("content");
      assertThat(messages.findValuesAsText("author")).containsExactly("requester", "service desk");
      assertThat(messages.findValuesAsText("from")).containsExactly("REQUESTER", "SERVICE_DESK");
      assertThat(talk.as("customer-contact").get(talk.messages()).body().findValuesAsText("author"))
          .containsExactly("requester", "service desk");
    }

    @Test
    void theirOwnIsCalledByName() {
      var timeline = talk.as("requester").get("/api/records/" + talk.number + "/timeline").body();
      assertThat(timeline.toString()).contains("Any news?", "Soon.", "mine.txt");
      for (var fact : timeline) {
        if (fact.path("what").asText().equals("conversation.messageWritten")) {
          assertThat(fact.path("actor").asText())
              .isEqualTo(
                  fact.at("/after/from").asText().equals("REQUESTER")
                      ? "requester"
                      : "service desk");
        }
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"requester", "customer-contact"})
    void nobodyWritesNotes(String account) {
      assertThat(talk.writes(account, "A note", "INTERNAL").refusal())
          .isEqualTo("403 conversation.internal-not-allowed");
      var file =
          Visitor.program(port, account)
              .parts(
                  talk.attachments(),
                  new Parts()
                      .file("file", "a.txt", "text/plain", "x".getBytes())
                      .field("visibility", "INTERNAL"));
      assertThat(file.statusCode()).isEqualTo(403);
      assertThat(file.body()).contains("conversation.internal-not-allowed");
    }

    @Test
    void theVisibilityNeedNotBeSaid() {
      var answer = talk.as("requester").post(talk.messages(), Map.of("text", "Hello?"));
      assertThat(answer.status()).as(answer.text()).isEqualTo(201);
      assertThat(answer.at("visibility")).isEqualTo("REQUESTER");
    }
  }

  @Nested
  class Inside {

    @Test
    void everythingIsReadInOrder() {
      assertThat(talk.textsSeenBy("agent")).containsExactly("Any news?", NOTE, "Soon.");
      assertThat(talk.as("auditor").get(talk.messages()).body().findValuesAsText("author"))
          .containsExactly("requester", "specialist", "agent");
      assertThat(talk.as("agent").get(talk.attachments()).body().findValuesAsText("name"))
          .containsExactly(SECRET_FILE, "mine.txt");
    }

    @Test
    void theVisibilityMustBeSaidSoThatNothingLeaks() {
      var answer = talk.as("agent").post(talk.messages(), Map.of("text", "For whom?"));
      assertThat(answer.refusal()).isEqualTo("400 request.missing");
      assertThat(answer.field()).isEqualTo("visibility");
    }

    @ParameterizedTest
    @CsvSource({
      "auditor, REQUESTER, audit.read-only",
      "auditor, INTERNAL, audit.read-only",
      "admin, INTERNAL, conversation.internal-not-allowed"
    })
    void whoOnlyReadsDoesNotWrite(String account, String visibility, String key) {
      assertThat(talk.writes(account, "Text", visibility).refusal()).isEqualTo("403 " + key);
      assertThat(talk.textsSeenBy("agent")).hasSize(3);
    }

    @Test
    void whoOnlyReadsGetsNoForm() {
      assertThat(talk.browser("auditor").get("/incidents/" + talk.number).body())
          .contains(NOTE)
          .doesNotContain("conversation-text");
    }
  }

  @Nested
  class ARecordThatIsHidden {

    @ParameterizedTest
    @ValueSource(
        strings = {"/messages", "/attachments", "/messages/" + ABSENT, "/attachments/" + ABSENT})
    void looksAbsent(String address) {
      String hidden = reported(talk.as("agent"), report());
      for (String number : List.of(hidden, "INC-999999", "XYZ-1")) {
        var answer = talk.as("requester").get("/api/records/" + number + address);
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(answer.at("key")).endsWith(".not-found").doesNotStartWith("attachment");
      }
    }

    @Test
    void isNotWrittenTo() {
      var hidden = new Talk(port, jdbc, reported(talk.as("agent"), report()));
      assertThat(hidden.writes("requester", "Hello", "REQUESTER").refusal())
          .isEqualTo("404 incident.not-found");
      // Not even whether a text would do is told.
      assertThat(hidden.writes("requester", "", "NOBODY").refusal())
          .isEqualTo("404 incident.not-found");
      var file =
          Visitor.program(port, "requester")
              .parts(
                  hidden.attachments(),
                  new Parts().file("file", "../x", "text/plain", "x".getBytes()));
      assertThat(file.statusCode()).isEqualTo(404);
      assertThat(hidden.textsSeenBy("agent")).isEmpty();
    }

    @Test
    void doesNotShowItsFilesUnderAnotherNumber() {
      String own = reported(talk.as("requester"), report());
      String file = secretFile.substring(secretFile.lastIndexOf('/'));
      assertThat(talk.as("agent").get("/api/records/" + own + "/attachments" + file).status())
          .isEqualTo(404);
      assertThat(talk.as("agent").get("/api/records/" + own + "/messages/" + note).status())
          .isEqualTo(404);
    }
  }

  private static final String ABSENT = "00000000-0000-0000-0000-000000000000";

  @Test
  void nobodyReadsWithoutALogIn() {
    assertThat(Visitor.browser(port).get(secretFile).statusCode()).isEqualTo(401);
    assertThat(Visitor.browser(port).get(talk.messages()).statusCode()).isEqualTo(401);
  }
}
