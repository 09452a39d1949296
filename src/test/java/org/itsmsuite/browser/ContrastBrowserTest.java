package org.itsmsuite.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.deputy.web.Colleagues;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Reports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever a page of ours says can be read on its ground, by day and by night. */
@DemoSuite
class ContrastBrowserTest {

  @RegisterExtension static final People PEOPLE = new People();

  private final String gone = "gone-" + UUID.randomUUID().toString().substring(0, 8);
  private final Colleagues staff;

  @LocalServerPort int port;

  ContrastBrowserTest(@LocalServerPort int port, @Autowired ProcessEngine engine) {
    this.staff = new Colleagues(port, engine);
  }

  @BeforeEach
  void thereIsSomethingToShow() {
    var person = staff.join(gone, "service-desk");
    String own = Reports.reported(person, Reports.report());
    person.act(own, "cancel", Map.of("reason", "It works again"));
    staff.leave(gone);
    staff
        .as("admin")
        .post(
            "/api/people/" + gone + "/erasure", Map.of("dryRun", false, "reason", "Asked for it"));
    staff.join(gone + "-2", "service-desk");
    staff
        .as(gone + "-2")
        .post(
            "/api/absences",
            Map.of(
                "from",
                LocalDate.now().plusDays(100) + "T00:00:00Z",
                "until",
                LocalDate.now().plusDays(101) + "T00:00:00Z"));
  }

  /** What cannot be read on this page, with its contrast; every detail is opened. */
  private static List<?> unreadable(Page page, String address) throws IOException {
    assertThat(page.navigate(address).status()).as(address).isEqualTo(200);
    try (InputStream script = ContrastBrowserTest.class.getResourceAsStream("contrast.js")) {
      return (List<?>) page.evaluate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyTextStandsOutFromItsGround(ColorScheme scheme) throws IOException {
    String number = staff.reported();
    var pages =
        Map.of(
            gone + "-2",
            List.of(
                "/",
                "/incidents",
                "/incidents/report",
                "/incidents/" + number,
                "/records/" + number + "/messages",
                "/absence"),
            "admin",
            List.of("/people/erasure", "/outbox"),
            "top-manager",
            List.of("/audit-engagements", "/audit-access", "/duties", "/competences"));
    for (var one : pages.entrySet()) {
      var page = PEOPLE.page(one.getKey(), port);
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
      new Screens(page).logsIn(one.getKey());
      for (String address : one.getValue()) {
        assertThat(unreadable(page, address)).as(scheme + " " + address).isEmpty();
      }
    }
  }

  @Test
  void whatCannotBeReadIsFound() throws IOException {
    var page = PEOPLE.page("admin", port);
    new Screens(page).logsIn("admin");
    page.addInitScript(
        "addEventListener('DOMContentLoaded', () => { document.querySelector('h1').style.color ="
            + " 'rgb(250, 250, 250)'; })");
    assertThat(unreadable(page, "/people/erasure"))
        .singleElement()
        .asString()
        .contains("Erase a person");
  }
}
