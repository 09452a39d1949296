package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.UUID;
import org.itsmsuite.conversation.Contents;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Parts;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files on a record: in, listed, out again. */
@DemoSuite
class AttachmentStoriesTest {

  private static final int MEGABYTE = 1024 * 1024;

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Talk talk;

  @BeforeEach
  void anIncident() {
    talk = new Talk(port, jdbc, reported(Program.of(port, "requester"), report()));
  }

  private HttpResponse<String> sends(String account, Parts parts, String... headers) {
    return Visitor.program(port, account).parts(talk.attachments(), parts, headers);
  }

  private String sent(String name, String type, byte[] content) {
    var answer = sends("requester", new Parts().file("file", name, type, content));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private long files() {
    return jdbc.sql("select count(*) from itsm.attachment where record = ?")
        .param(talk.number)
        .query(Long.class)
        .single();
  }

  @Nested
  class AFile {

    @ParameterizedTest
    @ValueSource(strings = {"requester", "customer-contact", "agent"})
    void comesOutAsItWentIn(String account) {
      String address = sent("screen.png", "image/png", Contents.png());
      var answer = Visitor.program(port, account).download(address);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo(Contents.png());
      var headers = answer.headers();
      assertThat(headers.firstValue("Content-Type")).contains("image/png");
      assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
      assertThat(headers.firstValue("Content-Disposition").orElse(""))
          .startsWith("attachment;")
          .contains("screen.png");
      assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("sandbox");
      assertThat(headers.firstValue("Content-Length")).contains("" + Contents.png().length);
    }

    @Test
    void ofManyPiecesComesOutAsItWentIn() {
      byte[] large = new byte[3 * MEGABYTE];
      Arrays.fill(large, (byte) 'x');
      large[2 * MEGABYTE] = 'y';
      String address = sent("large.txt", "text/plain", large);
      assertThat(Visitor.program(port, "agent").download(address).body()).isEqualTo(large);
    }

    @Test
    void isToldByTheLedgerWithItsDigest() {
      sent("a.txt", "text/plain", Contents.text("abc"));
      var fact = last(talk.as("auditor").get("/api/records/" + talk.number + "/timeline").text());
      assertThat(fact)
          .contains(
              "conversation.attached",
              "\"name\":\"a.txt\"",
              "\"size\":3",
              "\"type\":\"text/plain\"",
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void andAMessageLeaveALedgerThatVerifies() {
      sent("a.txt", "text/plain", Contents.text("abc"));
      talk.says("requester", "See the file");
      talk.notes("agent", "Hush");
      var result = talk.as("auditor").get("/api/ledger/verification");
      assertThat(result.body().path("intact").asBoolean()).as(result.text()).isTrue();
    }

    private String last(String facts) {
      return facts.substring(facts.lastIndexOf("\"what\":\"conversation"));
    }

    @Test
    void isListedWithWhatIsKnownOfIt() {
      sent("a.txt", "text/plain", Contents.text("abc"));
      var listed = talk.as("requester").get(talk.attachments()).body().at("/content/0");
      assertThat(listed.path("name").asText()).isEqualTo("a.txt");
      assertThat(listed.path("size").asInt()).isEqualTo(3);
      assertThat(listed.path("author").asText()).isEqualTo("requester");
      assertThat(listed.path("visibility").asText()).isEqualTo("REQUESTER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Türschloss (neu).txt", "報告書.txt", "👩‍🔧 a;b=c'd.txt"})
    void keepsItsNameInEveryScript(String name) {
      String address = sent(name, "text/plain", Contents.text("abc"));
      assertThat(talk.as("agent").get(talk.attachments()).at("/content/0/name")).isEqualTo(name);
      var out = Visitor.program(port, "agent").get(address);
      var header = out.headers().firstValue("Content-Disposition").orElse("");
      assertThat(header).startsWith("attachment;").matches("[\\x20-\\x7e]+");
      assertThat(org.springframework.http.ContentDisposition.parse(header).getFilename())
          .isEqualTo(name);
    }

    @Test
    void withTheLongestNameIsTaken() {
      String name = "報".repeat(196) + ".txt";
      sent(name, "text/plain", Contents.text("abc"));
      assertThat(talk.as("agent").get(talk.attachments()).at("/content/0/name")).isEqualTo(name);
    }

    @Test
    void sentTwiceUnderOneKeyIsThereOnce() {
      String key = Talk.key();
      var parts = new Parts().file("file", "a.txt", "text/plain", Contents.text("abc"));
      var first = sends("requester", parts, "Idempotency-Key", key);
      var second = sends("requester", parts, "Idempotency-Key", key);
      assertThat(second.statusCode()).isEqualTo(201);
      assertThat(second.headers().firstValue("Location"))
          .isEqualTo(first.headers().firstValue("Location"));
      assertThat(files()).isEqualTo(1);
      var other = new Parts().file("file", "a.txt", "text/plain", Contents.text("abd"));
      assertThat(sends("requester", other, "Idempotency-Key", key).statusCode()).isEqualTo(409);
    }
  }

  @Nested
  class ARecord {

    private void holds(int files, long bytes) {
      for (int i = 0; i < files; i++) {
        jdbc.sql(
                """
                insert into itsm.attachment (
                  id, record, attached_at, author, side, visibility, name, type, bytes, sha256)
                values (?, ?, current_timestamp, 'agent', 'SERVICE_DESK', 'INTERNAL', 'a', 'a/a', ?, 'a')
                """)
            .params(UUID.randomUUID(), talk.number, bytes)
            .update();
      }
    }

    @Test
    void takesNoMoreThanSoManyFiles() {
      holds(99, 1);
      sent("a.txt", "text/plain", Contents.text("abc"));
      var answer =
          sends("requester", new Parts().file("file", "b.txt", "text/plain", "x".getBytes()));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("attachment.too-many");
      assertThat(files()).isEqualTo(100);
    }

    @Test
    void takesNoMoreThanSoManyBytes() {
      holds(1, 200L * MEGABYTE - 3);
      sent("a.txt", "text/plain", Contents.text("abc"));
      var answer =
          sends("requester", new Parts().file("file", "b.txt", "text/plain", "x".getBytes()));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("attachment.total-too-large");
      assertThat(files()).isEqualTo(2);
    }
  }
}
