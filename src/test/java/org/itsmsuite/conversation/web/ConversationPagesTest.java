package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpResponse;
import java.util.List;
import org.itsmsuite.conversation.Contents;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Parts;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The conversation on the page of the record, as browsers see it. */
@DemoSuite
class ConversationPagesTest {

  private static final String SCRIPT = "<script>alert('x')</script>\n<b>bold</b>";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Talk talk;
  private Visitor requester;
  private Visitor agent;

  @BeforeEach
  void anIncident() {
    talk = new Talk(port, jdbc, reported(Program.of(port, "requester"), report()));
    requester = talk.browser("requester");
    agent = talk.browser("agent");
  }

  private String page(Visitor browser) {
    return browser.get("/incidents/" + talk.number).body();
  }

  private Parts form(Visitor browser) {
    return new Parts()
        .field("_csrf", browser.token("/incidents/" + talk.number))
        .field("idempotencyKey", Talk.key());
  }

  private HttpResponse<String> posts(Visitor browser, Parts parts) {
    return browser.parts("/records/" + talk.number + "/messages", parts);
  }

  /** Sends the form and follows to the page it leads to. */
  private String seenAfter(Visitor browser, Parts parts) {
    var answer = posts(browser, parts);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse(""))
        .endsWith("/incidents/" + talk.number + "#conversation");
    return page(browser);
  }

  @Nested
  class AMessage {

    @Test
    void isSentAndShown() {
      assertThat(seenAfter(requester, form(requester).field("text", "Any\nnews?")))
          .contains("It is sent.", "<strong>you</strong>", "Any\nnews?");
      assertThat(page(agent)).contains("<strong>requester</strong>", "Requester's side</span>");
    }

    @Test
    void isTextWhateverItHolds() {
      assertThat(seenAfter(requester, form(requester).field("text", SCRIPT)))
          .contains("&lt;script&gt;alert", "&lt;b&gt;bold")
          .doesNotContain("<script>alert", "<b>bold");
      assertThat(agent.get("/records/" + talk.number + "/messages").body())
          .contains("&lt;script&gt;alert")
          .doesNotContain("<script>alert");
    }

    @Test
    void ofTheDeskHasNoNameOutside() {
      seenAfter(agent, form(agent).field("text", "Soon.").field("visibility", "REQUESTER"));
      assertThat(page(requester)).contains("<strong>service desk</strong>", "Soon.");
      assertThat(page(talk.browser("specialist"))).contains("<strong>agent</strong>");
    }

    @Test
    void sentTwiceByASecondClickIsThereOnce() {
      var parts = form(requester).field("text", "Once");
      seenAfter(requester, parts);
      seenAfter(requester, parts);
      assertThat(talk.textsSeenBy("agent")).containsExactly("Once");
    }

    @Test
    void takesItsFilesAlongAndTellsOfBothAtOnce() {
      seenAfter(
          agent,
          form(agent)
              .field("text", "Please follow these.")
              .field("visibility", "REQUESTER")
              .file("file", "steps.pdf", "application/pdf", Contents.pdf())
              .file("file", "screen.png", "image/png", Contents.png()));
      String page = page(requester);
      assertThat(page).contains("Please follow these.", "steps.pdf", "screen.png");
      assertThat(talk.letter("message-for-requester"))
          .contains("Please follow these.\n[steps.pdf]\n[screen.png]");
      String href = page.replaceAll("(?s).*href=\"(/records/[^\"]*/attachments/[^\"]*)\".*", "$1");
      var file = requester.download(href);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.body()).isEqualTo(Contents.png());
      assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment;");
    }

    @Test
    void mayBeOnlyAFile() {
      assertThat(
              seenAfter(
                  requester,
                  form(requester)
                      .field("text", " ")
                      .file("file", "a.txt", "text/plain", Contents.text("abc"))))
          .contains("It is sent.", "a.txt", "3 bytes");
      assertThat(talk.textsSeenBy("agent")).isEmpty();
    }
  }

  @Nested
  class ANote {

    @Test
    void isMarkedInsideAndAbsentOutside() {
      seenAfter(agent, form(agent).field("text", "Hush").field("visibility", "INTERNAL"));
      assertThat(page(agent)).contains("Hush", "Internal note</span>");
      assertThat(page(requester)).doesNotContain("Hush", "Internal note", "value=\"INTERNAL\"");
      assertThat(page(agent)).contains("value=\"INTERNAL\"");
    }
  }

  @Nested
  class WhatIsRefused {

    @Test
    void comesBackInPlaceWithTheTextThatWasTyped() {
      String page = seenAfter(agent, form(agent).field("text", "For whom? </textarea>" + SCRIPT));
      assertThat(page)
          .contains(
              "your text is still here",
              "request.missing",
              "For whom? &lt;/textarea&gt;&lt;script&gt;")
          .doesNotContain("<script>alert");
      assertThat(page(agent)).as("the next time").doesNotContain("For whom?");
    }

    @Test
    void keepsTheChoiceAsWell() {
      String page =
          seenAfter(
              agent,
              form(agent)
                  .field("text", "See the file")
                  .field("visibility", "INTERNAL")
                  .file("file", "../../x", "text/plain", Contents.text("x")));
      assertThat(page)
          .contains("attachment.name", "See the file", "Please choose the files again.")
          .containsPattern("value=\"INTERNAL\"[^>]*checked");
      assertThat(talk.textsSeenBy("agent")).isEmpty();
    }

    @Test
    void byItsFieldIsToldToScreenReaders() {
      String page = seenAfter(requester, form(requester).field("text", "x".repeat(10_001)));
      assertThat(page)
          .contains("request.too-long", "role=\"alert\"", "aria-invalid=\"true\"")
          .contains("aria-describedby=\"conversation-fault conversation-text-hint\"")
          .contains("x".repeat(10_001));
    }

    @Test
    void isAMessageOfAMegabyte() {
      assertThat(seenAfter(requester, form(requester).field("text", "x".repeat(1024 * 1024))))
          .contains("request.too-long");
      assertThat(talk.textsSeenBy("agent")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {26, 51})
    void isAFileTooLargeToBeTakenInAtAllInWords(int megabytes) {
      var answer =
          posts(
              requester,
              form(requester)
                  .field("text", "Here")
                  .file("file", "a.txt", "text/plain", new byte[megabytes * 1024 * 1024]));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(answer.body()).contains("request.too-large");
    }

    static List<Arguments> filesThatWillNotDo() {
      return List.of(
          Arguments.of("a.png", "image/png", Contents.program(), "attachment.type-mismatch"),
          Arguments.of("a.png", "text/html", Contents.png(), "attachment.type-mismatch"),
          Arguments.of("a.pdf", "application/pdf", Contents.png(), "attachment.type-mismatch"),
          Arguments.of("a.txt", "text/plain", new byte[0], "attachment.empty"),
          Arguments.of(
              "a.txt", "text/plain", new byte[10 * 1024 * 1024 + 1], "attachment.too-large"),
          Arguments.of("../../x", "text/plain", Contents.text("x"), "attachment.name"),
          Arguments.of("../../x.txt", "text/plain", Contents.text("x"), "attachment.name"),
          Arguments.of("a.exe", "text/plain", Contents.text("x"), "attachment.type-not-allowed"));
    }

    /** Not even the text and the good file that came with it are kept. */
    @ParameterizedTest
    @MethodSource("filesThatWillNotDo")
    void isAFileThatWillNotDoWithAllThatCameWithIt(
        String name, String type, byte[] content, String key) {
      List<String> before = talk.facts();
      String page =
          seenAfter(
              requester,
              form(requester)
                  .field("text", "See these")
                  .file("file", "good.txt", "text/plain", Contents.text("good"))
                  .file("file", name, type, content));

      assertThat(page).contains(key, "Please choose the files again.", "See these");
      assertThat(talk.textsSeenBy("agent")).isEmpty();
      assertThat(talk.facts()).isEqualTo(before);
      assertThat(talk.told("message-from-requester")).isEmpty();
      assertThat(
              jdbc.sql("select count(*) from itsm.attachment where record = ?")
                  .param(talk.number)
                  .query(Long.class)
                  .single())
          .isZero();
    }

    @Test
    void isAFormWithoutItsToken() {
      assertThat(posts(requester, new Parts().field("text", "Forged")).statusCode()).isEqualTo(403);
      assertThat(talk.textsSeenBy("agent")).isEmpty();
    }

    @Test
    void isANoteFromOutside() {
      assertThat(
              seenAfter(
                  requester, form(requester).field("text", "A").field("visibility", "INTERNAL")))
          .contains("conversation.internal-not-allowed");
    }

    @Test
    void isARecordThatIsHidden() {
      String hidden = reported(talk.as("agent"), report());
      var answer =
          requester.parts(
              "/records/" + hidden + "/messages", form(requester).field("text", "Hello"));
      assertThat(answer.statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class ALongConversation {

    @Test
    void showsTheNewestAndLeadsToTheRest() {
      for (int i = 1; i <= 52; i++) {
        talk.says(i % 2 == 0 ? "requester" : "agent", "Word " + i + ".");
      }
      String page = page(requester);
      String thread = page.substring(page.indexOf("class=\"thread\""), page.indexOf("</ol>"));
      assertThat(thread).contains("Word 3.", "Word 52.").doesNotContain("Word 1.", "Word 2.");
      assertThat(page).contains("Read 2 earlier entries");
      assertThat(requester.get("/records/" + talk.number + "/messages").body())
          .contains("Word 1.", "Word 52.", "href=\"/incidents/" + talk.number + "\"");
    }
  }
}
