package org.itsmsuite.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.itsmsuite.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Sends messages of the outbox as mail, each once: whoever sends claims the message first. Only if
 * a node ends between the mail server's yes and the note of it, the message is sent again, then
 * under the same Message-ID.
 */
public class MailDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
  private static final int AT_ONCE = 200;
  private static final int LONGEST_ERROR = 500;

  private final Outbox outbox;
  private final JavaMailSender mail;
  private final MailSettings settings;
  private final Clock clock;
  private final Mailboxes mailboxes;
  private final Consumer<OutboxMessage> unreachable;
  private final Function<OutboxMessage, Optional<OutboxMessage>> release;

  /**
   * @param mailboxes where those read mail of whom nobody could say it when they were written to
   * @param unreachable is told of a message that reaches nobody, as it turns out only now
   * @param release gives a message as it may be sent at this moment; empty to withhold it
   */
  public MailDelivery(
      Outbox outbox,
      JavaMailSender mail,
      MailSettings settings,
      Clock clock,
      Mailboxes mailboxes,
      Consumer<OutboxMessage> unreachable,
      Function<OutboxMessage, Optional<OutboxMessage>> release) {
    this.outbox = outbox;
    this.mail = mail;
    this.settings = settings;
    this.clock = clock;
    this.mailboxes = mailboxes;
    this.unreachable = unreachable;
    this.release = release;
  }

  /**
   * Messages that are due, such as those that failed before or were left by a node that ended; at
   * most {@value #AT_ONCE}.
   */
  public List<UUID> due() {
    return outbox.due(clock.instant(), AT_ONCE);
  }

  /** Sends one message unless it is sent, not yet due, or being sent by somebody else. */
  public void send(UUID id) {
    var now = clock.instant();
    outbox.claim(id, now, now.plus(settings.claim())).ifPresent(this::sendClaimed);
  }

  private void sendClaimed(OutboxMessage claimed) {
    try {
      var message = release.apply(claimed).orElse(null);
      if (message == null) {
        withhold(claimed);
        return;
      }
      if (message.address() == null) {
        findOut(message);
        return;
      }
      mail.send(mail(message, message.address()));
    } catch (MessagingException | RuntimeException e) {
      failed(claimed, e);
      return;
    }
    outbox.sent(claimed.id(), clock.instant());
  }

  /** Nobody could say where this goes when it was written. */
  private void findOut(OutboxMessage message) throws MessagingException {
    var found = mailboxes.of(List.of(message.recipient()), message.record());
    if (found.reach().pending().contains(message.recipient())) {
      throw Refusal.unavailable(
          "notification.address-unavailable",
          "Nobody can say where " + message.recipient() + " reads mail.");
    }
    var own =
        found.boxes().stream()
            .filter(box -> box.recipient().equals(message.recipient()))
            .findFirst();
    if (own.isPresent() && own.get().address() != null) {
      mail.send(mail(message, own.get().address()));
      outbox.sent(message.id(), clock.instant());
      return;
    }
    if (found.reach().includes(message.recipient())) {
      toItsPeople(message, found);
      return;
    }
    unreachable.accept(message);
    outbox.failed(
        message.id(),
        own.map(Mailboxes.Box::note).orElse("No address is known for " + message.recipient() + "."),
        null);
  }

  /** The next sweep sends them. */
  private void toItsPeople(OutboxMessage message, Mailboxes.Found found) {
    var now = clock.instant();
    List<OutboxMessage> people = new ArrayList<>();
    String note = null;
    for (var box : found.boxes()) {
      if (box.recipient().equals(message.recipient())) {
        note = box.note();
      } else if (box.address() != null || box.note() != null) {
        people.add(message.to(box.recipient(), box.address(), now, box.note()));
      }
    }
    outbox.add(people);
    outbox.shown(message.id(), note);
  }

  private void withhold(OutboxMessage message) {
    outbox.failed(
        message.id(), "Withheld: the record does not concern " + message.recipient() + ".", null);
    LOG.info("A message about a restricted record was withheld");
  }

  private void failed(OutboxMessage message, Exception e) {
    var isHopeless = e instanceof AddressException;
    var wait = isHopeless ? null : settings.waitAfter(message.attempts());
    var error = e.getClass().getSimpleName() + ": " + String.valueOf(e.getMessage());
    var line = error.replaceAll("[\\p{Cntrl}\\s]+", " ");
    outbox.failed(
        message.id(),
        line.substring(0, Math.min(line.length(), LONGEST_ERROR)),
        wait == null ? null : clock.instant().plus(wait));
    LOG.warn(
        "{}: mail of message {} failed at attempt {} of {} ({}), {}",
        message.record(),
        message.id(),
        message.attempts(),
        settings.attempts(),
        e.getClass().getSimpleName(),
        wait == null ? "given up" : "again in " + wait);
  }

  private MimeMessage mail(OutboxMessage message, String address) throws MessagingException {
    var from = new InternetAddress(settings.from(), true);
    var mime = mail.createMimeMessage();
    var helper = new MimeMessageHelper(mime, false, StandardCharsets.UTF_8.name());
    helper.setFrom(from);
    helper.setTo(new InternetAddress(address, true));
    helper.setSubject(message.subject());
    helper.setText(message.body(), false);
    helper.setSentDate(Date.from(message.createdAt()));
    // RFC 3834: machines shall not answer, or two of them would talk for ever.
    mime.setHeader("Auto-Submitted", "auto-generated");
    mime.setHeader("X-Auto-Response-Suppress", "All");
    mime.setHeader("Message-ID", "<" + message.id() + "@" + domain(from) + ">");
    return mime;
  }

  private static String domain(InternetAddress from) {
    return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
  }
}
