package org.itsmsuite.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** Tells the other side what was said; what is internal is told to nobody. */
@Component
class ConversationNews {

  private final Notifications notifications;

  ConversationNews(Notifications notifications) {
    this.notifications = notifications;
  }

  void tell(RecordSummary record, Contribution said, Actor by) {
    if (said.visibility() == Visibility.INTERNAL) {
      return;
    }
    boolean fromRequester = said.isFromRequester();
    String template = fromRequester ? "message-from-requester" : "message-for-requester";
    recipient(record, fromRequester)
        .filter(recipient -> !recipient.equals("user:" + by.id()))
        .ifPresent(
            recipient ->
                notifications.tell(
                    new Notification(
                        record.number(),
                        template,
                        template + "/" + id(said),
                        Set.of(recipient),
                        values(record, said, fromRequester ? by.id() : null))));
  }

  /** Whoever works on it; until somebody does, the group it is with. */
  private static Optional<String> recipient(RecordSummary record, boolean fromRequester) {
    if (!fromRequester) {
      return Optional.ofNullable(record.requester()).map(account -> "user:" + account);
    }
    return record.open() && record.assignee() != null
        ? Optional.of("user:" + record.assignee())
        : Optional.ofNullable(record.group()).map(group -> "group:" + group);
  }

  private static String id(Contribution said) {
    return String.valueOf(
        said.entry() != null ? said.entry().id() : said.attachments().get(0).id());
  }

  private static Map<String, Object> values(
      RecordSummary record, Contribution said, String author) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", record.number());
    values.put("title", record.title());
    values.put("status", record.status());
    values.put("group", record.group());
    values.put("author", author);
    values.put("text", text(said));
    return values;
  }

  private static String text(Contribution said) {
    List<String> parts = new ArrayList<>();
    if (said.entry() != null) {
      parts.add(said.entry().text());
    }
    said.attachments().forEach(file -> parts.add("[" + file.name() + "]"));
    return String.join("\n", parts);
  }
}
