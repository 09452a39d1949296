package org.itsmsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.content.FolderContent;
import org.itsmsuite.identity.Access;
import org.itsmsuite.notification.OutboxMessage.Status;
import org.itsmsuite.restriction.InMemoryRestrictions;
import org.junit.jupiter.api.Test;

/** Messages that waited in the outbox while their record became a restricted one. */
class RestrictedMailTest {

  private static final Instant NINE = Instant.parse("2026-04-27T09:00:00Z");

  private final HandSetClock clock = new HandSetClock(NINE);
  private final InMemoryRestrictions restrictions =
      new InMemoryRestrictions(Access.read(new FolderContent(Path.of(""))), clock);
  private final RestrictedMail mail =
      new RestrictedMail(
          new NotificationTemplates(TextContent.shipped()),
          restrictions,
          new ConcernedRecipients(restrictions, account -> Set.of()),
          "http://desk.example.org/records/");

  private static OutboxMessage written(Instant at, String recipient) {
    return new OutboxMessage(
        UUID.randomUUID(),
        "INC-1",
        "incident-received",
        "once",
        recipient,
        "somebody@example.org",
        "Payroll was copied",
        "Payroll was copied by somebody",
        at,
        Status.WRITTEN,
        1,
        NINE,
        null,
        null);
  }

  @Test
  void leaveAsTheyAreWhileTheRecordIsNotRestricted() {
    var message = written(NINE, "user:agent");

    assertThat(mail.releases(message)).contains(message);
  }

  @Test
  void areWithheldFromThoseTheRecordDoesNotConcern() {
    restrictions.restrict("INC-1");

    assertThat(mail.releases(written(NINE.minusSeconds(1), "user:agent"))).isEmpty();
    assertThat(mail.releases(written(NINE.plusSeconds(1), "mail:boss@example.org"))).isEmpty();
  }

  @Test
  void leaveInNeutralWordsWhenTheyAreOlderThanTheRestriction() {
    restrictions.restrict("INC-1");
    restrictions.name("INC-1", "user:requester");

    assertThat(mail.releases(written(NINE.minusSeconds(1), "user:requester")))
        .hasValueSatisfying(
            sent -> {
              assertThat(sent.subject()).contains("INC-1").doesNotContain("Payroll");
              assertThat(sent.body())
                  .contains("http://desk.example.org/records/INC-1")
                  .doesNotContain("Payroll");
              assertThat(sent.address()).isEqualTo("somebody@example.org");
            });
  }

  @Test
  void leaveAsTheyWereWrittenWhenThatWasAfterTheRestriction() {
    restrictions.restrict("INC-1");
    restrictions.name("INC-1", "user:requester");
    var message = written(NINE, "user:requester");

    assertThat(mail.releases(message)).contains(message);
  }
}
