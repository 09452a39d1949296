package org.itsmsuite.notification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.content.ContentException;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.notification.Addresses;
import org.itsmsuite.notification.GroupReaders;
import org.itsmsuite.notification.Mailboxes;
import org.itsmsuite.notification.NotReached;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.notification.OutboxMessage.Status;
import org.itsmsuite.notification.OutboxNotifications;
import org.itsmsuite.notification.TextContent;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final Instant NINE = Instant.parse("2026-04-27T09:00:00Z");

  private static final Map<String, String> ACCOUNTS =
      Map.of("agent", "agent@example.org", "visitor", "");

  private static final Addresses ADDRESSES =
      new Addresses() {
        @Override
        public Map<String, String> ofUsers(Collection<String> accounts) {
          var known = new HashMap<>(ACCOUNTS);
          known.keySet().retainAll(accounts);
          return known;
        }

        @Override
        public Optional<String> ofGroup(String group) {
          return Optional.of(group + "@example.org");
        }
      };

  private final TestDatabase database = TestDatabase.create();
  private final Restrictions restrictions = RestrictionsInDatabase.of(database);
  private final JdbcOutbox outbox =
      new JdbcOutbox(database.template(), database.transactions(), restrictions);
  private final List<UUID> passedOn = new ArrayList<>();
  private final OutboxNotifications sending = notifications(true);

  private OutboxNotifications notifications(boolean enabled) {
    return new OutboxNotifications(
        new NotificationTemplates(TextContent.shipped()),
        new Mailboxes(ADDRESSES, GroupReaders.NOBODY, enabled, 10),
        outbox,
        new NotReached(new InMemoryLedger(() -> Actor.SYSTEM, Clock.fixed(NINE, ZoneOffset.UTC))),
        enabled,
        passedOn::add,
        Clock.fixed(NINE, ZoneOffset.UTC),
        "http://desk.example.org/records/");
  }

  @AfterEach
  void removeDatabase() {
    database.close();
  }

  private static Notification breach(String occasion, String... recipients) {
    return new Notification(
        "INC-000001",
        "sla-breached",
        occasion,
        Set.of(recipients),
        Map.of("number", "INC-000001", "title", "Printer", "clock", "resolution"));
  }

  private List<OutboxMessage> messages() {
    return outbox.find(Actor.SYSTEM, null, 0, 100).items();
  }

  @Nested
  class Telling {

    @Test
    void writesOneMessagePerRecipientWithItsAddress() {
      sending.tell(breach("clock/1", "group:service-desk", "user:agent", "mail:boss@example.org"));

      assertThat(messages())
          .extracting(OutboxMessage::address)
          .containsExactlyInAnyOrder(
              "service-desk@example.org", "agent@example.org", "boss@example.org");
      assertThat(messages())
          .allSatisfy(
              message -> {
                assertThat(message.subject())
                    .isEqualTo("INC-000001: the resolution target is missed");
                assertThat(message.status()).isEqualTo(Status.WRITTEN);
                assertThat(message.createdAt()).isEqualTo(NINE);
              });
      assertThat(passedOn).hasSize(3);
    }

    @Test
    void theSameOccasionAgainDoesNothing() {
      sending.tell(breach("clock/1", "group:service-desk"));
      sending.tell(breach("clock/1", "group:service-desk", "user:agent"));

      assertThat(messages()).hasSize(2);
      assertThat(passedOn).hasSize(2);
    }

    @Test
    void aNewGenerationOfTheDueTimeTellsOnceMore() {
      sending.tell(breach("clock/1/75%", "group:service-desk"));
      sending.tell(breach("clock/2/75%", "group:service-desk"));

      assertThat(messages()).hasSize(2);
    }

    @Test
    void inAStepThatIsRolledBackLeavesAndSendsNothing() {
      database
          .transaction()
          .executeWithoutResult(
              transaction -> {
                sending.tell(breach("clock/1", "group:service-desk"));
                transaction.setRollbackOnly();
              });

      assertThat(messages()).isEmpty();
      assertThat(passedOn).isEmpty();
    }

    @Test
    void passesTheMessageOnOnlyAfterTheCommit() {
      database
          .transaction()
          .executeWithoutResult(
              transaction -> {
                sending.tell(breach("clock/1", "group:service-desk"));
                assertThat(passedOn).isEmpty();
              });

      assertThat(passedOn).containsExactly(messages().get(0).id());
    }

    @Test
    void anUnknownTemplateOrRecipientIsRefused() {
      var unknown = new Notification("INC-000001", "none", "o", Set.of("user:agent"), Map.of());

      assertThatThrownBy(() -> sending.tell(unknown)).isInstanceOf(ContentException.class);
      for (var recipient :
          List.of("agent", "role:agent", "mail:", "mail:a@b\r\nBcc: c@d", "user: ", "group:a b")) {
        assertThatThrownBy(() -> sending.tell(breach("clock/1", recipient)))
            .as(recipient)
            .isInstanceOf(IllegalArgumentException.class);
      }
      assertThat(messages()).isEmpty();
    }

    @Test
    void somebodyWithoutAddressIsShownOnly() {
      sending.tell(breach("clock/1", "user:visitor"));

      assertThat(messages()).extracting(OutboxMessage::status).containsExactly(Status.SHOWN);
      assertThat(messages().get(0).error()).contains("user:visitor");
      assertThat(passedOn).isEmpty();
    }

    @Test
    void somebodyWithoutAnAccountIsNotTold() {
      var told =
          sending.tell(
              breach("clock/1", "user:agent", "user:Reception desk", "user:group:service-desk"));

      assertThat(told.recipients()).containsExactly("user:agent");
      assertThat(messages()).extracting(OutboxMessage::recipient).containsExactly("user:agent");
    }

    @Test
    void whileMailIsOffShowsAllAndSendsNothing() {
      notifications(false).tell(breach("clock/1", "user:agent"));

      assertThat(messages()).extracting(OutboxMessage::status).containsExactly(Status.SHOWN);
      assertThat(passedOn).isEmpty();
      assertThat(outbox.due(NINE.plusSeconds(1_000_000), 10)).isEmpty();
    }
  }

  @Nested
  class TwoNodes {

    /** The second node writes while the first has written and not yet committed. */
    @Test
    void tellingTheSameWriteItOnceAndNeitherFails() throws Exception {
      var other = Executors.newSingleThreadExecutor();
      var written = new CountDownLatch(1);
      try {
        var first =
            other.submit(
                () ->
                    database
                        .transaction()
                        .executeWithoutResult(
                            transaction -> {
                              sending.tell(breach("clock/1", "user:agent"));
                              written.countDown();
                              waitUntilSomebodyWaits();
                            }));
        assertThat(written.await(20, TimeUnit.SECONDS)).isTrue();
        database
            .transaction()
            .executeWithoutResult(
                transaction -> {
                  sending.tell(breach("clock/1", "user:agent", "group:service-desk"));
                  // the transaction is still of use
                  sending.tell(breach("clock/2", "user:agent"));
                });
        first.get(20, TimeUnit.SECONDS);
      } finally {
        other.shutdownNow();
      }

      assertThat(messages())
          .extracting(message -> message.occasion() + " " + message.recipient())
          .containsExactlyInAnyOrder(
              "clock/1 user:agent", "clock/1 group:service-desk", "clock/2 user:agent");
      assertThat(passedOn).hasSize(3);
    }

    private void waitUntilSomebodyWaits() {
      var waiting =
          database.isPostgres()
              ? "select count(*) from pg_locks where not granted"
              : "select count(*) from information_schema.sessions"
                  + " where executing_statement like '%insert into itsm.notification%'"
                  + " and session_id <> session_id()";
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> database.jdbc().sql(waiting).query(Long.class).single() > 0);
    }

    @Test
    void claimOneMessageOnlyOnceUntilTheClaimEnds() {
      sending.tell(breach("clock/1", "user:agent"));
      var id = messages().get(0).id();
      var other = new JdbcOutbox(database.template(), database.transactions(), restrictions);

      assertThat(outbox.claim(id, NINE, NINE.plusSeconds(600))).isPresent();
      assertThat(other.claim(id, NINE.plusSeconds(599), NINE.plusSeconds(1_000))).isEmpty();
      assertThat(other.claim(id, NINE.plusSeconds(600), NINE.plusSeconds(1_200)))
          .hasValueSatisfying(message -> assertThat(message.attempts()).isEqualTo(2));
      other.sent(id, NINE.plusSeconds(601));
      assertThat(outbox.claim(id, NINE.plusSeconds(9_999), NINE.plusSeconds(10_000))).isEmpty();
      assertThat(outbox.due(NINE.plusSeconds(9_999), 10)).isEmpty();
    }
  }

  @Nested
  class Finding {

    @Test
    void isPagedAndNarrowedToARecord() {
      for (int n = 0; n < 5; n++) {
        sending.tell(breach("clock/" + n, "user:agent"));
      }

      var page = outbox.find(Actor.SYSTEM, "INC-000001", 1, 2);
      assertThat(page.items()).hasSize(2);
      assertThat(page.total()).isEqualTo(5);
      assertThat(page.hasNext()).isTrue();
      assertThat(outbox.find(Actor.SYSTEM, "INC-000001", 2, 2).hasNext()).isFalse();
      assertThat(outbox.find(Actor.SYSTEM, "INC-000002", 0, 2).items()).isEmpty();
    }

    @Test
    void leavesOutWhatIsAboutARestrictedRecord() {
      var manager = new Actor("incident-manager", Set.of("incident-managers"));
      sending.tell(breach("clock/1", "user:agent"));
      sending.tell(about("INC-000002", "Like INC-000001"));
      restrictions.restrict("INC-000001");

      assertThat(outbox.find(manager, "INC-000001", 0, 10).items()).isEmpty();
      var page = outbox.find(manager, null, 0, 10);
      assertThat(page.total()).isEqualTo(1);
      assertThat(page.items())
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.record()).isEqualTo("INC-000002");
                assertThat(message.subject() + message.body())
                    .contains("Like […]")
                    .doesNotContain("INC-000001");
              });
      assertThat(messages()).hasSize(2);
    }

    private Notification about(String record, String title) {
      return new Notification(
          record,
          "sla-breached",
          "once",
          Set.of("user:agent"),
          Map.of("number", record, "title", title, "clock", "resolution"));
    }
  }
}
