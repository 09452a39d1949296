package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpResponse;
import org.itsmsuite.conversation.Contents;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Parts;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is no file for a record: refused with its key, nothing written. */
@DemoSuite
class AttachmentRefusalsTest {

  private static final int MEGABYTE = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Talk talk;

  @BeforeEach
  void anIncident() {
    talk = new Talk(port, jdbc, reported(Program.of(port, "requester"), report()));
  }

  private HttpResponse<String> sends(String account, Parts parts) {
    return Visitor.program(port, account).parts(talk.attachments(), parts);
  }

  private long files() {
    return jdbc.sql("select count(*) from itsm.attachment where record = ?")
        .param(talk.number)
        .query(Long.class)
        .single();
  }

  private void isRefused(HttpResponse<String> answer, int status, String key) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"key\":\"" + key + "\"")
        .doesNotContain("Exception", "org.itsmsuite", "java.");
    assertThat(files()).isZero();
    assertThat(talk.facts()).doesNotContain("conversation.attached");
  }

  @ParameterizedTest
  @CsvSource({
    "../../x, attachment.name",
    "../../x.txt, attachment.name",
    "..%2Fx.txt.., attachment.name",
    "CON.txt, attachment.name",
    ".htaccess, attachment.name",
    "a\u0001b.txt, attachment.name",
    "gpj\u202etxt.txt, attachment.name",
    "a.exe, attachment.type-not-allowed",
    "a, attachment.type-not-allowed",
    "a.pdf, attachment.type-mismatch",
    "a.png, attachment.type-mismatch"
  })
  void isANameOrKindThatWillNotDo(String name, String key) {
    isRefused(
        sends("requester", new Parts().file("file", name, null, Contents.text("text"))), 400, key);
  }

  @Test
  void isALyingType() {
    isRefused(
        sends("requester", new Parts().file("file", "a.png", "image/png", Contents.program())),
        400,
        "attachment.type-mismatch");
    isRefused(
        sends("requester", new Parts().file("file", "a.png", "text/html", Contents.png())),
        400,
        "attachment.type-mismatch");
  }

  @Test
  void isAFileOfNothing() {
    isRefused(
        sends("requester", new Parts().file("file", "a.txt", "text/plain", new byte[0])),
        400,
        "attachment.empty");
  }

  @Test
  void isAFileOverTheLimit() {
    var answer =
        sends(
            "requester",
            new Parts().file("file", "a.txt", "text/plain", new byte[10 * MEGABYTE + 1]));
    isRefused(answer, 400, "attachment.too-large");
    assertThat(answer.body()).contains("has a little more than 10 MB; at most 10 MB are taken");
    answer =
        sends(
            "requester", new Parts().file("file", "a.txt", "text/plain", new byte[12 * MEGABYTE]));
    assertThat(answer.body()).contains("has 12 MB; at most 10 MB are taken");
  }

  @Test
  void isWhatIsTooLargeToBeTakenInAtAll() {
    isRefused(
        sends(
            "requester", new Parts().file("file", "a.txt", "text/plain", new byte[26 * MEGABYTE])),
        413,
        "request.too-large");
    isRefused(
        sends(
            "requester", new Parts().file("file", "a.txt", "text/plain", new byte[51 * MEGABYTE])),
        413,
        "request.too-large");
  }

  @Test
  void isAnUploadWithoutAFile() {
    isRefused(
        sends("requester", new Parts().field("visibility", "REQUESTER")), 400, "request.missing");
    isRefused(
        sends("requester", new Parts().field("file", "text").field("visibility", "REQUESTER")),
        400,
        "request.missing");
  }

  @Test
  void isAVisibilityThatIsNone() {
    isRefused(
        sends(
            "requester",
            new Parts()
                .file("file", "a.txt", "text/plain", Contents.text("x"))
                .field("visibility", "EVERYBODY")),
        400,
        "request.wrong-value");
  }

  @Test
  void isWhatIsNoUpload() {
    var json = talk.as("requester").post(talk.attachments(), "{}");
    assertThat(json.refusal()).isEqualTo("415 request.media-type");
    var broken =
        Visitor.program(port, "requester")
            .send(
                "POST",
                talk.attachments(),
                java.net.http.HttpRequest.BodyPublishers.ofString("no parts"),
                "Content-Type",
                "multipart/form-data; boundary=x");
    assertThat(broken.statusCode()).as(broken.body()).isEqualTo(400);
  }
}
