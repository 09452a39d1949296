package org.itsmsuite.notification.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.itsmsuite.TestDatabase;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.identity.CurrentUser;
import org.itsmsuite.identity.SupportGroup;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.InMemoryLedger;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.notification.MailDelivery;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.notification.Outbox;
import org.itsmsuite.notification.OutboxMessage;
import org.itsmsuite.notification.TextContent;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.Restrictions;
import org.itsmsuite.restriction.store.RestrictionsInDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailConfigurationTest {

  private static final SupportGroups GROUPS =
      new SupportGroups() {
        @Override
        public Optional<SupportGroup> find(String id) {
          return Optional.of(new SupportGroup(id, id, 1, null, null, id + "@example.org"));
        }

        @Override
        public List<SupportGroup> all() {
          return List.of();
        }
      };

  @Configuration
  @ComponentScan(
      basePackages = "org.itsmsuite.notification",
      excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
  static class Application {}

  private final TestDatabase database = TestDatabase.create();
  private final ApplicationContextRunner suite =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  DataSourceTransactionManagerAutoConfiguration.class,
                  JdbcTemplateAutoConfiguration.class,
                  JdbcClientAutoConfiguration.class,
                  MailSenderAutoConfiguration.class))
          .withBean(DataSource.class, database::dataSource)
          .withBean(Clock.class, Clock::systemUTC)
          .withBean(ContentSource.class, TextContent::shipped)
          .withPropertyValues("itsm.time-zone=UTC", "itsm.base-url=http://desk.example.org")
          .withBean(SupportGroups.class, () -> GROUPS)
          .withBean(CurrentUser.class, () -> () -> Actor.SYSTEM)
          .withBean(Ledger.class, () -> new InMemoryLedger(() -> Actor.SYSTEM, Clock.systemUTC()))
          .withBean(Restrictions.class, () -> RestrictionsInDatabase.of(database))
          .withBean(Custodian.class, () -> new Custodian("security-team"))
          .withUserConfiguration(Application.class);

  @AfterEach
  void removeDatabase() {
    database.close();
  }

  @Test
  void withoutSettingsMessagesAreShownOnly() {
    suite.run(
        context -> {
          assertThat(context).hasNotFailed().doesNotHaveBean(MailDelivery.class);
          context
              .getBean(Notifications.class)
              .tell(
                  new Notification(
                      "INC-000001",
                      "incident-closed",
                      "closed",
                      Set.of("group:service-desk"),
                      Map.of("number", "INC-000001")));
          assertThat(context.getBean(Outbox.class).find(Actor.SYSTEM, null, 0, 10).items())
              .extracting(OutboxMessage::status, OutboxMessage::address)
              .containsExactly(tuple(OutboxMessage.Status.SHOWN, "service-desk@example.org"));
        });
  }

  @Test
  void mailWithoutAServerDoesNotStartAndSaysWhatToSet() {
    suite
        .withPropertyValues("itsm.mail.enabled=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("set spring.mail.host"));
  }

  @Test
  void aServerThatNeverAnswersIsLeftLongBeforeTheClaimEnds() {
    suite
        .withPropertyValues(
            "itsm.mail.enabled=true",
            "spring.mail.host=127.0.0.1",
            "spring.mail.properties.mail.smtp.timeout=5000")
        .run(
            context -> {
              assertThat(context).hasSingleBean(MailDelivery.class);
              assertThat(context.getBean(JavaMailSenderImpl.class).getJavaMailProperties())
                  .containsEntry("mail.smtp.timeout", "5000")
                  .containsEntry("mail.smtp.connectiontimeout", "20000")
                  .containsEntry("mail.smtp.writetimeout", "20000");
            });
  }

  @Test
  void settingsThatMakeNoSenseDoNotStart() {
    suite
        .withPropertyValues("itsm.mail.first-retry=PT0S")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("itsm.mail.first-retry must be longer than zero"));
  }
}
