package org.itsmsuite.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages with much on them keep within the window, and tables within their panels. */
@DemoSuite
class WidthBrowserTest {

  private static final List<String> PAGES =
      List.of("/duties", "/competences", "/audit-engagements", "/absence", "/incidents");

  /** What sticks out of its panel, or of the window where nothing around it scrolls. */
  private static final String STICKING_OUT =
      """
      () => [...document.querySelectorAll('table, form, header, nav, code, .panel, .badge')]
        .filter(one => one.getClientRects().length)
        .filter(one => {
          const panel = one.parentElement.closest('.panel, .columns section') || document.body;
          return one.getBoundingClientRect().right > panel.getBoundingClientRect().right + 1;
        })
        .map(one => one.tagName + '.' + one.className + ': ' + one.textContent.trim().slice(0, 40))
      """;

  @RegisterExtension static final People PEOPLE = new People();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void thereIsMuchToShow() {
    jdbc.sql(
            """
            insert into itsm.duty_exception (id, duty, reason, approved_by, approved_at, valid_from,
              valid_until, ended_at, ended_by)
            values (-1, 'major-incident-review', 'Nobody else works at the weekend, and the owner knows of it.',
              'service-level-manager', timestamp with time zone '2026-01-01 08:00:00+00:00',
              timestamp with time zone '2026-01-01 08:00:00+00:00',
              timestamp with time zone '2026-02-01 08:00:00+00:00',
              timestamp with time zone '2026-01-20 08:00:00+00:00', 'service-level-manager')
            """)
        .update();
    var entered =
        Program.of(port, "process-owner")
            .post(
                "/api/competences",
                Map.of(
                    "account", "service-level-manager",
                    "skill", "incident-triage",
                    "until", "2099-01-01",
                    "evidence", "Watched for a week at the desk " + UUID.randomUUID()));
    assertThat(entered.status()).as(entered.text()).isEqualTo(201);
    Program.of(port, "process-owner")
        .post(
            "/api/competences/" + entered.at("id") + "/withdraw",
            Map.of("reason", "Entered for the wrong person"));
  }

  @AfterEach
  void theExceptionGoes() {
    jdbc.sql("delete from itsm.duty_exception where id = -1").update();
  }

  private Page pageOf(String account, int width) {
    var page = PEOPLE.page(account, port);
    page.setViewportSize(width, 900);
    new Screens(page).logsIn(account);
    return page;
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  void nothingSticksOut(int width) {
    var page = pageOf("service-level-manager", width);
    for (String address : PAGES) {
      page.navigate(address);
      assertThat((List<?>) page.evaluate(STICKING_OUT)).as(width + " " + address).isEmpty();
      assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
          .as(width + " " + address)
          .isEqualTo(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"service-level-manager", "top-manager", "admin", "auditor"})
  void alsoALongMenuIsOneLine(String account) {
    var page = pageOf(account, 1280);
    assertThat(
            page.evaluate(
                "new Set([...document.querySelectorAll('.top nav a')]"
                    + ".map(one => one.getBoundingClientRect().top)).size"))
        .isEqualTo(1);
  }
}
