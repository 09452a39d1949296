package org.itsmsuite.restriction.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whoever calls the engine's REST API with what makes no sense reads what was wrong with it: at
 * every address that it declares, nothing is answered as a failure of ours.
 */
@DemoSuite
class NoCallBreaksTest {

  private static final String LONG = "x".repeat(300);

  /** Would delete or change more than what they name. */
  private static final Pattern NOT_TRIED =
      Pattern.compile("DELETE /\\w[\\w-]*(/\\w[\\w-]*)?|POST /history/cleanup");

  @LocalServerPort int port;
  private final List<String> broken = new ArrayList<>();

  private void call(String method, String address, String body) {
    HttpResponse<String> answer =
        Visitor.program(port, "admin")
            .send(
                method,
                "/engine-rest" + address,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                "Content-Type",
                "application/json");
    if (answer.statusCode() >= 500 && answer.statusCode() != 501) {
      broken.add(method + " " + address + " " + body + " -> " + answer.body());
    }
  }

  private static String filled(String address, String value) {
    return address.replaceAll("\\{[\\w-]+}", value);
  }

  @Test
  void whatIsReadThatIsNotThere() {
    var addresses = EngineAddresses.all();
    assertThat(addresses).hasSizeGreaterThan(150);
    for (String address : addresses) {
      for (String value : List.of("nothing", LONG)) {
        call("GET", filled(address, value), null);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void whatIsSentThatIsNothing() {
    var ways = EngineAddresses.taking().keySet();
    assertThat(ways).hasSizeGreaterThan(100);
    for (String way : ways) {
      if (!NOT_TRIED.matcher(way).matches()) {
        var method = way.substring(0, way.indexOf(' '));
        var address = filled(way.substring(way.indexOf(' ') + 1), "nothing");
        for (String body : new String[] {null, "{}", "[]", "null", "{\"a\":"}) {
          call(method, address, body);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void numbersThatAreNone() {
    for (String question :
        List.of("maxResults=-5", "maxResults=many", "firstResult=-1", "orQueries=1")) {
      for (String address : List.of("/task", "/process-instance", "/user", "/history/task")) {
        call("GET", address + "?" + question, null);
      }
    }
    assertThat(broken).isEmpty();
  }
}
