package org.itsmsuite.web.login;

import org.itsmsuite.identity.Demo;
import org.itsmsuite.identity.SetUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where the suite is and how to get in, once it can be used. */
@Component
class StartBanner {

  private static final Logger LOG = LoggerFactory.getLogger(StartBanner.class);

  private final Demo demo;
  private final ObjectProvider<SetUp> setUp;

  StartBanner(Demo demo, ObjectProvider<SetUp> setUp) {
    this.demo = demo;
    this.setUp = setUp;
  }

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
      var environment = context.getEnvironment();
      var path = environment.getProperty("server.servlet.context-path", "");
      LOG.info("{}", text("http://localhost:" + context.getWebServer().getPort() + path));
    }
  }

  String text(String address) {
    var text = new StringBuilder("The ITSM Process Suite is ready.\n\n");
    line(text, "Pages", address + "/");
    line(text, "Camunda", address + "/camunda");
    line(text, "API", address + "/swagger-ui.html");
    setUp.stream()
        .flatMap(one -> one.token().stream())
        .forEach(token -> setUp(text, address, token));
    if (demo.on()) {
      accounts(text);
    }
    return text.toString();
  }

  private void accounts(StringBuilder text) {
    text.append("\n  Demo accounts; each password is the account's name.\n\n");
    text.append(String.format("    %-24s %s%n", "ACCOUNT", "GROUPS"));
    demo.accounts()
        .forEach(
            account ->
                text.append(String.format("    %-24s %s%n", account.name(), account.group())));
    text.append(
        demo.exposed()
            ? "\n  WARNING: other machines can reach these accounts (itsm.demo-exposed).\n"
            : "\n  Only this machine can reach them. To do without: ITSM_DEMO=false\n");
  }

  private static void setUp(StringBuilder text, String address, String token) {
    text.append(
        "\n  There is no administrator yet. Open the page and give this token; it is valid once.\n\n");
    line(text, "Set-up", address + "/setup");
    line(text, "Token", token);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("  %-8s %s%n", name, value));
  }
}
