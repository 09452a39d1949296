package org.itsmsuite.conversation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Program.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that will not do: refused with key and field, nothing written. */
@DemoSuite
class ConversationBadInputTest {

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  private Talk talk;

  @BeforeEach
  void anIncident() {
    talk = new Talk(port, jdbc, reported(Program.of(port, "requester"), report()));
  }

  private List<Long> written() {
    return Stream.of(
            "itsm.conversation_entry",
            "itsm.attachment",
            "itsm.attachment_part",
            "itsm.ledger_entry",
            "itsm.idempotency_key",
            "itsm.notification")
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("text", "", "request.missing"),
        Arguments.of("text", " \n\t ", "request.missing"),
        Arguments.of("text", null, "request.missing"),
        Arguments.of("text", "\u200b\u2060\ufeff", "request.missing"),
        Arguments.of("text", "\u2800\u3164\u00a0", "request.missing"),
        Arguments.of("text", "x".repeat(10_001), "request.too-long"),
        Arguments.of("text", "null\u0000byte", "request.control-character"),
        Arguments.of("text", "escape\u001b[31m", "request.control-character"),
        Arguments.of("text", "line\u2028separator", "request.control-character"),
        Arguments.of("text", "half \ud83d pair", "request.control-character"),
        Arguments.of("text", 12, "request.wrong-value"),
        Arguments.of("text", List.of("a"), "request.wrong-value"),
        Arguments.of("visibility", "EVERYBODY", "request.wrong-value"),
        Arguments.of("visibility", "requester", "request.wrong-value"),
        Arguments.of("visibility", 1, "request.wrong-value"),
        Arguments.of("txet", "A slip", "request.unknown-field"),
        Arguments.of("author", "top-manager", "request.unknown-field"),
        Arguments.of("side", "SERVICE_DESK", "request.unknown-field"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void isNamedByFieldAndFault(String field, Object value, String key) {
    Map<String, Object> body =
        new java.util.HashMap<>(Map.of("text", "Hello", "visibility", "REQUESTER"));
    body.put(field, value);
    var before = written();
    Answer answer = talk.as("agent").post(talk.messages(), body, "Idempotency-Key", Talk.key());
    assertThat(answer.refusal()).as(answer.text()).isEqualTo("400 " + key);
    assertThat(answer.field()).isEqualTo(field);
    assertThat(answer.text()).doesNotContain("org.itsmsuite", "java.", "Exception");
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void ofAMegabyteIsRefused() {
    var before = written();
    assertThat(talk.writes("requester", "x".repeat(1024 * 1024), "REQUESTER").refusal())
        .isEqualTo("413 request.too-large");
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void ofTheLongestLengthIsTaken() {
    talk.says("requester", "ü".repeat(10_000));
    talk.says("requester", "x".repeat(9_999) + "  \n ");
    assertThat(talk.textsSeenBy("agent").get(1)).hasSize(9_999);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page=-1", "page=1000001", "size=0", "size=101", "size=many"})
  void isAPageThatCannotBe(String query) {
    assertThat(talk.as("agent").get(talk.messages() + "?" + query).status()).isEqualTo(400);
  }

  @Test
  void isAnEntryThatIsNoId() {
    assertThat(talk.as("agent").get(talk.messages() + "/1").refusal())
        .isEqualTo("400 request.wrong-value");
  }

  @Test
  void theSameKeyWritesOnce() {
    String key = Talk.key();
    var first = talk.writes("agent", "Once", "REQUESTER", "Idempotency-Key", key);
    var second = talk.writes("agent", " Once\r\n", "REQUESTER", "Idempotency-Key", key);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.at("id")).isEqualTo(first.at("id"));
    assertThat(second.location()).isEqualTo(first.location());
    assertThat(talk.as("agent").get(first.location()).at("text")).isEqualTo("Once");
    assertThat(talk.writes("agent", "Twice", "REQUESTER", "Idempotency-Key", key).refusal())
        .isEqualTo("409 request.idempotency-key-reused");
    assertThat(talk.writes("agent", "Once", "INTERNAL", "Idempotency-Key", key).refusal())
        .isEqualTo("409 request.idempotency-key-reused");
    assertThat(talk.textsSeenBy("agent")).containsExactly("Once");
    assertThat(talk.told("message-for-requester")).hasSize(1);
  }

  /** What fails after the entry was written takes the entry along. */
  @Test
  void nothingIsHalfWritten() {
    talk.claims("agent");
    talk.as("agent").act(talk.number, "wait", Map.of("waitingFor", "CUSTOMER"));
    var before = written();
    jdbc.sql("alter table itsm.notification add constraint broken check (1 = 0) nocheck").update();
    try {
      assertThat(talk.writes("agent", "Lost", "REQUESTER").status()).isEqualTo(500);
      assertThat(talk.writes("agent", "Lost", "REQUESTER", "Idempotency-Key", Talk.key()).status())
          .isEqualTo(500);
    } finally {
      jdbc.sql("alter table itsm.notification drop constraint broken").update();
    }
    assertThat(written()).isEqualTo(before);
    assertThat(talk.clock("RESOLUTION", "state")).isEqualTo("PAUSED");
  }
}
