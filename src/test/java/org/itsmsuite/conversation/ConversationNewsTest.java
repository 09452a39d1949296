package org.itsmsuite.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.itsmsuite.content.ClassPathContent;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.notification.InMemoryNotifications;
import org.itsmsuite.notification.NotificationTemplates;
import org.itsmsuite.record.RecordSummary;
import org.junit.jupiter.api.Test;

/** Each text gets all that it names: these messages refuse one with a place left empty. */
class ConversationNewsTest {

  private static final Instant NINE = Instant.parse("2026-04-27T09:00:00Z");
  private static final RecordSummary RECORD =
      new RecordSummary(
          "incident",
          "INC-1",
          "Printer",
          "NEW",
          true,
          UUID.randomUUID(),
          NINE,
          "printing",
          null,
          "requester",
          "requester",
          "service-desk",
          null,
          "/incidents/INC-1");

  private final InMemoryNotifications messages =
      new InMemoryNotifications(new NotificationTemplates(new ClassPathContent()));
  private final ConversationNews news = new ConversationNews(messages, StandIns.EVERYBODY_PRESENT);

  private static Contribution says(Side side, String author) {
    return new Contribution(
        side,
        Visibility.REQUESTER,
        new Entry(
            UUID.randomUUID(), "INC-1", NINE, author, side, Visibility.REQUESTER, "Paper is out"),
        List.of());
  }

  @Test
  void tellsTheOtherSideInWholeTexts() {
    news.tell(RECORD, says(Side.REQUESTER, "requester"), new Actor("requester", Set.of()));
    news.tell(RECORD, says(Side.SERVICE_DESK, "agent"), new Actor("agent", Set.of("service-desk")));

    assertThat(messages.told())
        .extracting(told -> told.notification().template() + " " + told.recipient())
        .containsExactly(
            "message-from-requester group:service-desk", "message-for-requester user:requester");
  }
}
