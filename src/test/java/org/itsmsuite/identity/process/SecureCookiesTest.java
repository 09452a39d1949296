package org.itsmsuite.identity.process;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockServletContext;

class SecureCookiesTest {

  private static MockEnvironment reachedAt(String address) {
    return new MockEnvironment().withProperty("itsm.base-url", address);
  }

  @ParameterizedTest
  @CsvSource({
    "https://desk.example.org, true",
    "HTTPS://desk.example.org, true",
    "http://localhost:8080, false"
  })
  void goByHttpsOnlyWherePeopleComeByHttps(String address, boolean secure) throws ServletException {
    var context = new MockServletContext();
    new SecureCookies().secureSessionCookie(reachedAt(address)).onStartup(context);
    assertThat(context.getSessionCookieConfig().isSecure()).isEqualTo(secure);

    var camunda = new CamundaBpmProperties();
    SecureCookies.secureWebappCookies(reachedAt(address))
        .postProcessBeforeInitialization(camunda, "camunda");
    assertThat(camunda.getWebapp().getCsrf().isEnableSecureCookie()).isEqualTo(secure);
    assertThat(camunda.getWebapp().getSessionCookie().isEnableSecureCookie()).isEqualTo(secure);
  }
}
