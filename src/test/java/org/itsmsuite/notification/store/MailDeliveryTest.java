package org.itsmsuite.notification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.itsmsuite.HandSetClock;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.notification.Addresses;
import org.itsmsuite.notification.GroupReaders.Readers;
import org.itsmsuite.notification.MailDelivery;
import org.itsmsuite.notification.MailSettings;
import org.itsmsuite.notification.Mailboxes;
import org.itsmsuite.notification.NotReached;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.notification.OutboxMessage.Status;
import org.itsmsuite.notification.OutboxNotifications;
import org.itsmsuite.notification.Reach;
import org.itsmsuite.notification.SupportGroupAddresses;
import org.itsmsuite.notification.TextContent;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class MailDeliveryTest {

  private static final MailSettings SETTINGS =
      new MailSettings(
          true,
          "Example Desk <desk@example.org>",
          3,
          Duration.ofMinutes(1),
          Duration.ofHours(6),
          Duration.ofMinutes(10),
          Duration.ofSeconds(30),
          1,
          10,
          2);

  private final TestDatabase database = TestDatabase.create();
  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final JavaMailSenderImpl server = new JavaMailSenderImpl();
  private final Restrictions restrictions = RestrictionsInDatabase.of(database);
  private final JdbcOutbox outbox =
      new JdbcOutbox(database.template(), database.transactions(), restrictions);
  private final ExecutorService beside = Executors.newSingleThreadExecutor();
  private final HandSetClock clock = new HandSetClock(Instant.parse("2026-04-27T09:00:00Z"));
  private volatile boolean directoryAnswers = true;
  private final Addresses addresses = new SupportGroupAddresses(groups(), this::addressesOf);
  private final Map<String, List<String>> members =
      new HashMap<>(Map.of("managers", List.of("first", "second")));
  private final InMemoryLedger ledger = new InMemoryLedger(() -> Actor.SYSTEM, clock);
  private final NotReached notReached = new NotReached(ledger);
  private final Mailboxes mailboxes =
      new Mailboxes(addresses, this::readers, true, SETTINGS.people());
  private final MailDelivery delivery = delivery(Optional::of);
  private OutboxNotifications notifications;

  @BeforeEach
  void startServer() {
    mail.start();
    server.setHost("127.0.0.1");
    server.setPort(mail.getSmtp().getPort());
    notifications = passingOnTo(message -> beside.execute(() -> delivery.send(message)));
  }

  private MailDelivery delivery(Function<OutboxMessage, Optional<OutboxMessage>> release) {
    return new MailDelivery(
        outbox,
        server,
        SETTINGS,
        clock,
        mailboxes,
        message -> notReached.tell(message.record(), message.template(), message.recipient()),
        release);
  }

  private Readers readers(String group, String record, int most) {
    answered();
    var all = members.getOrDefault(group, List.of());
    return new Readers(
        all.stream().limit(most).collect(Collectors.toCollection(LinkedHashSet::new)),
        all.size() > most);
  }

  private void answered() {
    if (!directoryAnswers) {
      throw Refusal.unavailable("identity.directory-unavailable", "Not now.");
    }
  }

  private OutboxNotifications passingOnTo(Consumer<UUID> sender) {
    return new OutboxNotifications(
        new NotificationTemplates(TextContent.shipped()),
        mailboxes,
        outbox,
        notReached,
        true,
        sender,
        clock,
        "http://desk.example.org/records/");
  }

  private Map<String, String> addressesOf(Collection<String> accounts) {
    answered();
    return accounts.stream()
        .filter(account -> !account.equals("nobody"))
        .collect(
            Collectors.toMap(
                Function.identity(),
                account -> account.equals("homeless") ? "" : account + "@example.org"));
  }

  private static SupportGroups groups() {
    var desk = new SupportGroup("service-desk", "Desk", 1, null, null, "desk@example.org");
    return new SupportGroups() {
      @Override
      public Optional<SupportGroup> find(String id) {
        return all().stream().filter(group -> group.id().equals(id)).findFirst();
      }

      @Override
      public List<SupportGroup> all() {
        return List.of(desk);
      }
    };
  }

  @AfterEach
  void stopAll() {
    beside.shutdownNow();
    mail.stop();
    database.close();
  }

  private Reach warn(String title, String... recipients) {
    return database
        .transaction()
        .execute(
            transaction ->
                notifications.tell(
                    new Notification(
                        "INC-000001",
                        "sla-warning",
                        "clock/1/75%",
                        Set.of(recipients),
                        Map.of("number", "INC-000001", "title", title, "percent", 75))));
  }

  private MimeMessage[] received(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> mail.getReceivedMessages().length >= count);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> messages().stream().noneMatch(m -> m.status() == Status.WRITTEN));
    assertThat(mail.getReceivedMessages()).hasSize(count);
    return mail.getReceivedMessages();
  }

  private List<OutboxMessage> messages() {
    return outbox.find(Actor.SYSTEM, null, 0, 10).items();
  }

  private OutboxMessage to(String recipient) {
    return messages().stream()
        .filter(message -> message.recipient().equals(recipient))
        .findFirst()
        .orElseThrow();
  }

  private Set<String> addressees(int count) throws Exception {
    Set<String> to = new TreeSet<>();
    for (var message : received(count)) {
      to.add(message.getRecipients(Message.RecipientType.TO)[0].toString());
    }
    return to;
  }

  private List<String> notReachedOnRecord() {
    return ledger.of("INC-000001").stream()
        .filter(entry -> entry.what().equals(NotReached.FACT))
        .map(entry -> entry.after().get("notReached").toString())
        .toList();
  }

  @Nested
  class AGroupWithoutAMailbox {

    @Test
    void isToldThroughItsPeopleEachOnce() throws Exception {
      var told = warn("Printer", "group:managers", "user:first");
      warn("Printer", "group:managers");

      assertThat(addressees(2)).containsExactly("first@example.org", "second@example.org");
      assertThat(told.recipients()).containsExactlyInAnyOrder("user:first", "user:second");
      assertThat(told.through())
          .containsEntry("group:managers", Set.of("user:first", "user:second"));
      assertThat(told.includes("group:managers")).isTrue();
      assertThat(told.notReached()).isEmpty();
      assertThat(to("group:managers").status()).isEqualTo(Status.SHOWN);
      assertThat(to("group:managers").error())
          .isEqualTo("No mailbox: told through 2 of its people.");
      assertThat(notReachedOnRecord()).isEmpty();
    }

    @Test
    void isToldThroughSoManyAtMostAndSaysSo() throws Exception {
      members.put("managers", List.of("first", "second", "third"));

      var told = warn("Printer", "group:managers");

      assertThat(addressees(2)).containsExactly("first@example.org", "second@example.org");
      assertThat(told.notWhole()).containsExactly("group:managers");
      assertThat(to("group:managers").error()).contains("There are more").contains("2 at most");
    }

    @Test
    void isNotToldWhileNobodyOfItCanBeWhichIsAFact() {
      members.put("managers", List.of("homeless"));

      var told = warn("Printer", "group:managers", "group:nobodys");
      warn("Printer", "group:managers", "group:nobodys");

      assertThat(told.isNobody()).isTrue();
      assertThat(told.includes("group:managers")).isFalse();
      assertThat(told.notReached())
          .containsExactlyInAnyOrder("group:managers", "group:nobodys", "user:homeless");
      assertThat(to("group:managers").error()).startsWith("Nobody can be told: group:managers");
      assertThat(notReachedOnRecord())
          .as("told once")
          .containsExactly("[group:managers, group:nobodys, user:homeless]");
    }

    @Test
    void isToldLaterIfNobodyCanSayNowWhoIsInIt() throws Exception {
      directoryAnswers = false;
      var told = warn("Printer", "group:managers");
      failedAt(1);
      assertThat(told.pending()).containsExactly("group:managers");
      directoryAnswers = true;
      clock.forward(Duration.ofMinutes(1));
      sendDue();
      sendDue();

      assertThat(addressees(2)).containsExactly("first@example.org", "second@example.org");
      assertThat(to("group:managers").status()).isEqualTo(Status.SHOWN);
    }

    @Test
    void thatProvesEmptyLaterIsAFact() {
      directoryAnswers = false;
      warn("Printer", "group:nobodys");
      failedAt(1);
      directoryAnswers = true;
      clock.forward(Duration.ofMinutes(1));
      sendDue();

      assertThat(failedAt(2).error()).startsWith("Nobody can be told: group:nobodys");
      assertThat(notReachedOnRecord()).containsExactly("[group:nobodys]");
    }
  }

  private OutboxMessage failedAt(int attempt) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                messages().get(0).status() == Status.FAILED
                    && messages().get(0).attempts() == attempt);
    return messages().get(0);
  }

  private void sendDue() {
    delivery.due().forEach(delivery::send);
  }

  @Test
  void sendsOneMailPerMilestoneAndRecipient() throws Exception {
    warn("Printer", "group:service-desk", "user:agent");
    warn("Printer", "group:service-desk", "user:agent");
    received(2);
    sendDue();

    var to =
        Arrays.stream(received(2))
            .map(
                message -> {
                  try {
                    return message.getRecipients(Message.RecipientType.TO)[0].toString();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    assertThat(to).containsExactlyInAnyOrder("desk@example.org", "agent@example.org");
    assertThat(messages()).extracting(OutboxMessage::status).containsOnly(Status.SENT);
    assertThat(messages()).extracting(OutboxMessage::sentAt).containsOnly(clock.instant());
  }

  @Test
  void marksMailAsWrittenByAMachineAndNamesItOnce() throws Exception {
    warn("Printer", "user:agent");

    var message = received(1)[0];
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(message.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
    assertThat(message.getHeader("Message-ID"))
        .containsExactly("<" + messages().get(0).id() + "@example.org>");
    assertThat(message.getFrom()[0]).hasToString("Example Desk <desk@example.org>");
  }

  @Test
  void sendsHtmlInATitleAsPlainText() throws Exception {
    warn("<script>alert('ü')</script>", "user:agent");

    var message = received(1)[0];
    assertThat(message.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
    assertThat(message.getContent().toString()).contains("<script>alert('ü')</script>");
  }

  @Test
  void sendsNothingForAStepThatIsRolledBack() {
    database
        .transaction()
        .executeWithoutResult(
            transaction -> {
              warn("Printer", "user:agent");
              transaction.setRollbackOnly();
            });
    sendDue();

    assertThat(mail.getReceivedMessages()).isEmpty();
    assertThat(messages()).isEmpty();
  }

  @Test
  void triesAgainLaterAndLaterWhileTheServerIsDown() throws Exception {
    var port = mail.getSmtp().getPort();
    server.setPort(1);
    warn("Printer", "user:agent");

    assertThat(failedAt(1).nextAttemptAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    assertThat(messages().get(0).error()).contains("MailSendException").doesNotContain("\n");
    sendDue();
    assertThat(messages().get(0).attempts()).as("not before its time").isEqualTo(1);

    clock.forward(Duration.ofMinutes(1));
    sendDue();
    assertThat(failedAt(2).nextAttemptAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(2)));

    server.setPort(port);
    clock.forward(Duration.ofMinutes(2));
    sendDue();
    received(1);
    sendDue();
    assertThat(received(1)[0].getMessageID()).contains(messages().get(0).id().toString());
    assertThat(messages().get(0).error()).isNull();
  }

  @Test
  void givesUpAfterTheLastAttempt() {
    server.setPort(1);
    warn("Printer", "user:agent");
    failedAt(1);
    for (int attempt = 2; attempt <= 3; attempt++) {
      clock.forward(Duration.ofHours(1));
      sendDue();
      failedAt(attempt);
    }

    assertThat(messages().get(0).nextAttemptAt()).isNull();
    assertThat(delivery.due()).isEmpty();
  }

  @Test
  void doesNotTryAnAddressAgainThatIsNone() {
    warn("Printer", "mail:nobody@@example.org");

    assertThat(failedAt(1).nextAttemptAt()).isNull();
  }

  @Test
  void findsOutLaterWhereSomebodyReadsMailIfNobodyCanSayNow() throws Exception {
    directoryAnswers = false;
    warn("Printer", "user:agent");
    assertThat(failedAt(1).nextAttemptAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    directoryAnswers = true;
    clock.forward(Duration.ofMinutes(1));
    sendDue();

    assertThat(received(1)[0].getRecipients(Message.RecipientType.TO)[0])
        .hasToString("agent@example.org");
  }

  @Test
  void givesUpWhenItIsFoundOutLaterThatThereIsNobody() {
    directoryAnswers = false;
    warn("Printer", "user:nobody");
    failedAt(1);
    directoryAnswers = true;
    clock.forward(Duration.ofMinutes(1));
    sendDue();

    assertThat(failedAt(2).nextAttemptAt()).isNull();
    assertThat(messages().get(0).error()).isEqualTo("No address is known for user:nobody.");
  }

  @Test
  void withholdsWhatMustNotLeaveTheHouseAnyMore() {
    var withholding = delivery(message -> Optional.empty());
    notifications = passingOnTo(withholding::send);
    warn("Payroll was copied", "user:agent");

    assertThat(failedAt(1).nextAttemptAt()).isNull();
    assertThat(messages().get(0).error()).startsWith("Withheld");
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void sendsWhatANodeLeftBehindThatEndedWhileSending() {
    notifications =
        passingOnTo(
            message ->
                outbox.claim(message, clock.instant(), clock.instant().plus(SETTINGS.claim())));
    warn("Printer", "group:service-desk");
    sendDue();
    assertThat(mail.getReceivedMessages()).isEmpty();

    clock.forward(SETTINGS.claim());
    sendDue();
    received(1);
  }

  /** The connection of the step is still bound to its thread then, but commits nothing any more. */
  @Test
  void commitsWhatItNotesByItselfInAThreadThatHasJustCommitted() {
    notifications = passingOnTo(delivery::send);
    var seen = new ArrayList<Status>();
    database
        .transaction()
        .executeWithoutResult(
            transaction -> {
              warn("Printer", "user:agent");
              TransactionSynchronizationManager.registerSynchronization(
                  new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                      beside.submit(() -> messages().forEach(m -> seen.add(m.status())));
                      beside.shutdown();
                      await().until(beside::isTerminated);
                    }
                  });
            });

    assertThat(seen).containsExactly(Status.SENT);
  }
}
