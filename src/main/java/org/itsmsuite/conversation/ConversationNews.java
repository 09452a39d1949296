package org.itsmsuite.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.deputy.StandIns;
import org.itsmsuite.deputy.Work;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.record.RecordSummary;
import org.springframework.stereotype.Component;

/** Tells the other side what was said; what is internal is told to nobody. */
@Component
class ConversationNews {

  private final Notifications notifications;
  private final StandIns standIns;

  ConversationNews(Notifications notifications, StandIns standIns) {
    this.notifications = notifications;
    this.standIns = standIns;
  }

  void tell(RecordSummary record, Contribution said, Actor by) {
    if (said.visibility() == Visibility.INTERNAL) {
      return;
    }
    boolean fromRequester = said.isFromRequester();
    String template = fromRequester ? "message-from-requester" : "message-for-requester";
    Set<String> recipients = recipients(record, fromRequester, by);
    if (!recipients.isEmpty()) {
      notifications.tell(
          new Notification(
              record.number(),
              template,
              template + "/" + id(said),
              recipients,
              values(record, said, fromRequester ? by.id() : null)));
    }
  }

  /** Whoever works on it, or stands in meanwhile; until somebody does, the group it is with. */
  private Set<String> recipients(RecordSummary record, boolean fromRequester, Actor by) {
    if (!fromRequester) {
      return record.requester() == null || record.requester().equals(by.id())
          ? Set.of()
          : Set.of("user:" + record.requester());
    }
    if (!record.open() || record.assignee() == null) {
      return record.group() == null ? Set.of() : Set.of("group:" + record.group());
    }
    return record.assignee().equals(by.id())
        ? Set.of()
        : standIns.recipients(record.assignee(), Work.on(record.number(), record.group()));
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
