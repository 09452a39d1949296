package org.itsmsuite.web.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.itsmsuite.deputy.web.Colleagues;
import org.itsmsuite.web.DemoSuite;
import org.itsmsuite.web.Program;
import org.itsmsuite.web.Reports;
import org.itsmsuite.web.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logs are kept, copied and read by others than the ledger: they name nobody. */
@DemoSuite
@ExtendWith(OutputCaptureExtension.class)
class AccountsInLogsTest {

  private final String who = "nameless-" + UUID.randomUUID().toString().substring(0, 8);
  private final Colleagues staff;

  @LocalServerPort int port;

  AccountsInLogsTest(@LocalServerPort int port, @Autowired ProcessEngine engine) {
    this.staff = new Colleagues(port, engine);
  }

  @Test
  void nobodyIsNamedWhateverTheyDo(CapturedOutput log) {
    Program person = staff.join(who, "service-desk");
    String number = Reports.reported(person, Reports.report());
    staff.claims(who, number);
    staff.completes(who, number, Colleagues.triage());
    person.act(number, "note", Map.of("text", "Seen"));
    person.post(
        "/api/absences",
        Map.of(
            "from",
            LocalDate.now().plusDays(100) + "T00:00:00Z",
            "until",
            LocalDate.now().plusDays(101) + "T00:00:00Z",
            "deputy",
            "agent"));
    for (String password : List.of("wrong", "wrong again", "and again")) {
      Visitor.browser(port).logIn(who, password);
      Visitor.program(port, who, password).get("/engine-rest/task");
    }
    person.get("/engine-rest/user/" + who + "/profile");
    staff.leave(who);
    // The log is awake: that a message waits is in it, and which.
    assertThat(log.getAll()).contains(number + ": incident-received");

    assertThat(log.getAll()).doesNotContain(who);
  }
}
