package org.itsmsuite.incident.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.itsmsuite.web.Reports.report;

import java.util.UUID;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A report sent again under its key, when the record has become a restricted one meanwhile. */
@DemoSuite
class RepeatedReportTest {

  @LocalServerPort int port;
  @Autowired Restrictions restrictions;

  private final String key = "repeat-" + UUID.randomUUID();

  private Program.Answer send() {
    return Program.of(port, "agent")
        .post("/api/incidents", report("title", "Sent twice"), "Idempotency-Key", key);
  }

  @Test
  void isAnsweredToThoseItConcerns() {
    var number = send().at("number");
    restrictions.restrict(number);
    restrictions.name(number, "user:agent");

    assertThat(send().at("number")).isEqualTo(number);
  }

  @Test
  void tellsOthersNeitherNumberNorContent() {
    var number = send().at("number");
    restrictions.restrict(number);

    var repeated = send();

    assertThat(repeated.refusal()).isEqualTo("404 incident.not-found");
    assertThat(repeated.text()).doesNotContain(number, "Sent twice");
    assertThat(repeated.location()).isNull();
  }
}
