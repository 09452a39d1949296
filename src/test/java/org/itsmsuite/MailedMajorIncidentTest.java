package org.itsmsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.itsmsuite.web.Reports.report;
import static org.itsmsuite.web.Reports.reported;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole suite with mail: who reads of a major incident, and what the ledger says about it. */
@Tag("own-jvm")
class MailedMajorIncidentTest {

  private static final GreenMail MAIL =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @TempDir static Path data;
  private static RunningSuite suite;

  @BeforeAll
  static void start() {
    MAIL.start();
    suite =
        RunningSuite.start(
            data,
            null,
            "--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
            "--itsm.mail.enabled=true",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=" + MAIL.getSmtp().getPort());
  }

  @AfterAll
  static void stop() {
    suite.close();
    MAIL.stop();
  }

  private static String declared(String title) {
    String number = reported(suite.as("requester"), report("title", title));
    var answer =
        suite.as("incident-manager").act(number, "declare-major", Map.of("reason", "All offices"));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return number;
  }

  private static List<String> readersOf(String number) {
    return Stream.of(MAIL.getReceivedMessages())
        .filter(mail -> subject(mail).startsWith("MAJOR INCIDENT " + number))
        .map(MailedMajorIncidentTest::to)
        .toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String timeline(String number) {
    return suite.as("auditor").get("/api/records/" + number + "/timeline").text();
  }

  @Test
  void isReadByTopManagementAndIncidentManagersEachOnceAndProvably() {
    String number = declared("No mail anywhere");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(readersOf(number))
                    .contains("top-manager@example.org", "incident-manager@example.org")
                    .doesNotHaveDuplicates());
    assertThat(timeline(number))
        .contains(
            "majorIncident.managementInformed", "\"group:top-management\":[\"user:top-manager\"]")
        .doesNotContain("notReached");
  }

  @Test
  void saysSoOnThePageAndInTheLedgerWhenNobodyOfTopManagementIsThere() {
    var away =
        suite
            .as("top-manager")
            .post(
                "/api/absences",
                Map.of(
                    "from", Instant.now().toString(),
                    "until", Instant.now().plus(Duration.ofDays(1)).toString()));
    assertThat(away.status()).as(away.text()).isEqualTo(201);
    try {
      String number = declared("No mail again");

      assertThat(timeline(number))
          .contains("majorIncident.managementNotReached", "notification.notReached")
          .doesNotContain("majorIncident.managementInformed");
      assertThat(suite.browser("incident-manager").get("/incidents/" + number).body())
          .contains("Top management could not be told", "(nobody could be told)");
      assertThat(suite.browser("incident-manager").get("/outbox?record=" + number).body())
          .contains("Nobody can be told: group:top-management");
    } finally {
      suite.visitor("top-manager").send("DELETE", away.location(), BodyPublishers.noBody());
    }
  }
}
