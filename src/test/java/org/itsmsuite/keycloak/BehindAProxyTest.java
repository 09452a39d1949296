package org.itsmsuite.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way to Keycloak and back, where a proxy ends https and the suite stands below a path. */
@Tag("keycloak")
class BehindAProxyTest {

  @TempDir Path data;

  private static final String[] FORWARDED = {
    "X-Forwarded-Proto", "https", "X-Forwarded-Host", "desk.example.org", "X-Forwarded-Port", "443"
  };

  private final KeycloakServer server = KeycloakServer.running();

  private static String location(HttpResponse<String> answer) {
    return URLDecoder.decode(
        answer.headers().firstValue("Location").orElse(""), StandardCharsets.UTF_8);
  }

  @Test
  void leadsBackToTheAddressThatPeopleCameBy() {
    try (var suite =
        SuiteOfItsOwn.start(
            data,
            server.issuer(),
            "--server.forward-headers-strategy=native",
            "--server.servlet.context-path=/itsm",
            "--itsm.base-url=https://desk.example.org/itsm")) {
      var browser = Visitor.browser(suite.port());

      var asked = browser.get("/itsm/camunda/app/tasklist/default/", FORWARDED);
      assertThat(location(asked)).isEqualTo("https://desk.example.org/itsm/login?go");
      assertThat(asked.headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allMatch(cookie -> cookie.contains("; Secure"));

      var sent = browser.get("/itsm/oauth2/authorization/keycloak", FORWARDED);
      assertThat(location(sent))
          .startsWith(server.issuer())
          .contains("redirect_uri=https://desk.example.org/itsm/login/oauth2/code/keycloak");
    }
  }
}
