package org.itsmsuite.notification;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.itsmsuite.content.ContentSource;
import org.itsmsuite.identity.Accounts;
import org.itsmsuite.identity.SupportGroups;
import org.itsmsuite.ledger.Ledger;
import org.itsmsuite.restriction.Custodian;
import org.itsmsuite.restriction.Restrictions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages to people; mail leaves only where {@code itsm.mail.enabled} says so. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class NotificationConfiguration {

  private static final String RECORDS = "/records/";

  @Bean
  NotificationTemplates notificationTemplates(ContentSource content) {
    return new NotificationTemplates(content);
  }

  @Bean
  Addresses addresses(SupportGroups groups, ObjectProvider<Accounts> accounts) {
    return new SupportGroupAddresses(groups, names -> accounts.getObject().emailsOf(names));
  }

  @Bean
  ConcernedRecipients concernedRecipients(
      Restrictions restrictions, ObjectProvider<Accounts> accounts) {
    return new ConcernedRecipients(restrictions, account -> accounts.getObject().groupsOf(account));
  }

  @Bean
  Mailboxes mailboxes(
      Addresses addresses, ObjectProvider<GroupReaders> readers, MailSettings settings) {
    return new Mailboxes(
        addresses,
        (group, record, most) -> readers.getObject().of(group, record, most),
        settings.enabled(),
        settings.people());
  }

  @Bean
  NotReached notReached(Ledger ledger) {
    return new NotReached(ledger);
  }

  @Bean
  Notifications notifications(
      ConcernedRecipients concerned,
      Custodian custodian,
      NotificationTemplates templates,
      Mailboxes mailboxes,
      Outbox outbox,
      NotReached notReached,
      ObjectProvider<MailQueue> queue,
      MailSettings settings,
      Clock clock,
      @Value("${itsm.base-url}") String base) {
    Consumer<UUID> sender = settings.enabled() ? queue.getObject() : message -> {};
    return new RestrictedNotifications(
        concerned,
        custodian,
        new OutboxNotifications(
            templates,
            mailboxes,
            outbox,
            notReached,
            settings.enabled(),
            sender,
            clock,
            base + RECORDS));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  @ConditionalOnProperty("itsm.mail.enabled")
  static class Sending {

    /** A server that never answers must not hold a message longer than its claim. */
    private static final String TIME_OUT = "20000";

    @Bean
    MailDelivery mailDelivery(
        Outbox outbox,
        ObjectProvider<JavaMailSender> mail,
        MailSettings settings,
        Clock clock,
        Mailboxes mailboxes,
        NotReached notReached,
        PlatformTransactionManager transactions,
        RestrictedMail restricted) {
      var server =
          mail.getIfAvailable(
              () -> {
                throw new IllegalStateException(
                    "itsm.mail.enabled is true, but no mail server is named: set spring.mail.host"
                        + " (SPRING_MAIL_HOST), or itsm.mail.enabled=false.");
              });
      if (server instanceof JavaMailSenderImpl smtp) {
        for (var limit : new String[] {"connectiontimeout", "timeout", "writetimeout"}) {
          smtp.getJavaMailProperties().putIfAbsent("mail.smtp." + limit, TIME_OUT);
          smtp.getJavaMailProperties().putIfAbsent("mail.smtps." + limit, TIME_OUT);
        }
      }
      var transaction = new TransactionTemplate(transactions);
      Consumer<OutboxMessage> unreachable =
          message ->
              transaction.executeWithoutResult(
                  status ->
                      notReached.tell(message.record(), message.template(), message.recipient()));
      return new MailDelivery(
          outbox, server, settings, clock, mailboxes, unreachable, restricted::releases);
    }

    @Bean
    RestrictedMail restrictedMail(
        NotificationTemplates templates,
        Restrictions restrictions,
        ConcernedRecipients concerned,
        @Value("${itsm.base-url}") String base) {
      return new RestrictedMail(templates, restrictions, concerned, base + RECORDS);
    }

    @Bean
    MailQueue mailQueue(MailDelivery delivery, MailSettings settings) {
      return new MailQueue(settings.threads(), settings.queue(), delivery::send);
    }

    @Bean
    Sweep mailSweep(MailDelivery delivery, MailQueue queue) {
      return new Sweep(delivery, queue);
    }
  }

  /** Looks regularly for what is due. */
  static class Sweep {

    private final MailDelivery delivery;
    private final MailQueue queue;

    Sweep(MailDelivery delivery, MailQueue queue) {
      this.delivery = delivery;
      this.queue = queue;
    }

    @Scheduled(fixedDelayString = "${itsm.mail.sweep:PT30S}")
    void sendDue() {
      delivery.due().forEach(queue);
    }
  }
}
