package org.itsmsuite.engine.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** What in a body sent to the engine stands for records, and what is somebody's text. */
class SentJsonTest {

  private static final String ID = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
  private static final String OTHER = "11111111-2222-3333-4444-555555555555";
  private static final Map<String, String> OTHERS = Map.of(ID, OTHER, "INC-000001", "INC-ABCDEF");

  private static MockHttpServletRequest request(String type, String body) {
    var request = new MockHttpServletRequest("POST", "/engine-rest/task");
    request.setContentType(type);
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    return request;
  }

  private static String replaced(String body) throws IOException {
    var sent = SentJson.of(request("application/json", body), 10_000);
    return new String(sent.with(OTHERS), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"processInstanceId\":\"%s\"}",
        "{\"processInstanceIds\":[\"%s\"]}",
        "{\"query\":{\"orQueries\":[{\"taskIdIn\":[\"x\",\"%s\"]}]}}",
        "{\"activityInstanceId\":\"userTask_triageIncident:%s\"}",
        "[\"%s\"]"
      })
  void anIdIsFoundWhereverItStands(String body) throws IOException {
    assertThat(replaced(body.formatted(ID))).isEqualTo(body.formatted(OTHER));
  }

  @Test
  void anEscapedIdIsTheSameId() throws IOException {
    assertThat(replaced("{\"id\":\"" + ID.replace("-", "\\u002d") + "\"}"))
        .isEqualTo("{\"id\":\"" + OTHER + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"businessKey\":\"%s\"}",
        "{\"processInstanceBusinessKeyIn\":[\"%s\"]}",
        "{\"processInstanceBusinessKeyLike\":\"%%%s%%\"}"
      })
  void aNumberIsFoundInBusinessKeys(String body) throws IOException {
    assertThat(replaced(body.formatted("INC-000001"))).isEqualTo(body.formatted("INC-ABCDEF"));
  }

  @Test
  void whatPeopleWriteStaysAsItIs() throws IOException {
    String text =
        "{\"variables\":{\"resolution\":{\"value\":\"As in INC-000001, see " + ID + "\"}}}";
    assertThat(replaced(text)).isEqualTo(text);
  }

  @Test
  void whatCannotBeReadOrNamesNothingIsHandedOnByteByByte() throws IOException {
    assertThat(replaced("{\"id\": \"" + ID)).isEqualTo("{\"id\": \"" + ID);
    String odd = " { \"id\" : 1.10 } ";
    var sent = SentJson.of(request("application/json", odd), 10_000);
    assertThat(new String(sent.with(Map.of()), StandardCharsets.UTF_8)).isEqualTo(odd);
  }

  @Test
  void ofWhatIsTooLongIsReadSoMuchThatItIsRefused() throws IOException {
    var sent = SentJson.of(request("application/json", "x".repeat(50)), 10);
    assertThat(sent.with(Map.of())).hasSize(11);
  }

  @Test
  void filesAndFormsAreLeftToThoseWhoReadThem() {
    assertThat(SentJson.isIn(request("multipart/form-data; boundary=x", "x"))).isFalse();
    assertThat(SentJson.isIn(request("application/x-www-form-urlencoded", "x"))).isFalse();
    assertThat(SentJson.isIn(request(null, "{}"))).isTrue();
    assertThat(SentJson.isIn(request("application/hal+json", "{}"))).isTrue();
  }

  @Test
  void theRequestSaysHowLongItsBodyIsNow() throws IOException {
    var request = request("application/json", "{}");
    request.addHeader("Content-Length", "2");
    byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    var readdressed = new ReaddressedRequest(request, Map.of(), body);

    assertThat(readdressed.getInputStream().readAllBytes()).isEqualTo(body);
    assertThat(readdressed.getContentLengthLong()).isEqualTo(7);
    assertThat(readdressed.getHeader("content-length")).isEqualTo("7");
  }
}
