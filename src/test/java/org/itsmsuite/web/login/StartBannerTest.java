package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.itsmsuite.identity.Demo;
import org.itsmsuite.identity.DemoAccount;
import org.itsmsuite.web.DemoSuite;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

@DemoSuite
class StartBannerTest {

  @Autowired StartBanner banner;
  @Autowired Demo demo;
  @Autowired ServletWebServerApplicationContext context;

  @Test
  void saysWhereAndAsWhomToBegin() {
    assertThat(banner.text("http://localhost:8080"))
        .contains("http://localhost:8080/camunda", "Only this machine can reach them")
        .contains(DemoAccount.ALL.stream().map(DemoAccount::name).toList())
        .contains("cab, cab-chairs");
  }

  @Test
  void demoAccountsAreForThisMachineOnly() {
    assertThat(demo.exposed()).isFalse();
    var tomcat =
        (org.springframework.boot.web.embedded.tomcat.TomcatWebServer) context.getWebServer();
    assertThat(tomcat.getTomcat().getConnector().getProperty("address"))
        .hasToString("localhost/127.0.0.1");
  }
}
