package org.itsmsuite.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.itsmsuite.RunningSuite;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sends more forms than an account may: each page form in the same way. */
@Tag("own-jvm")
class TooMuchOnPagesTest {

  @TempDir Path data;

  @Test
  void whoeverWroteTheFormHasItsTextAndKnowsHowLongToWait() {
    try (var suite =
        RunningSuite.start(
            data,
            null,
            "--itsm.limits.changes-by-account.times=2",
            "--itsm.limits.changes-by-account.within=PT1H")) {
      var browser = Visitor.browser(suite.port());
      browser.logIn("agent", "agent");
      Map<String, String> report = new LinkedHashMap<>();
      report.put("title", "Written three times");
      report.put("service", "email");
      report.put("kind", "DEGRADATION");
      report.put("impact", "MEDIUM");
      report.put("urgency", "MEDIUM");
      for (int i = 0; i < 2; i++) {
        assertThat(browser.form("/incidents/report", report).statusCode()).isEqualTo(302);
      }

      var refused = browser.form("/incidents/report", report);

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 1800L);
      assertThat(refused.body()).contains("request.too-many", "Written three times</textarea>");
    }
  }
}
