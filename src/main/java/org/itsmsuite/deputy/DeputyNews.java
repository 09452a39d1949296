package org.itsmsuite.deputy;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.identity.Actor;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;

/** Tells deputies that they are one, and who has got whose task. */
public class DeputyNews {

  private final Notifications notifications;
  private final WhenWords when;

  /**
   * @param zone in which messages tell times
   */
  public DeputyNews(Notifications notifications, ZoneId zone) {
    this.notifications = notifications;
    this.when = new WhenWords(zone);
  }

  void named(Absence absence) {
    if (absence.deputy() == null) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("author", absence.account());
    values.put("group", absence.group() == null ? "every group" : absence.group());
    values.put("text", when.span(absence));
    notifications.tell(
        new Notification(
            absence.record(),
            "deputy-named",
            "deputy-named",
            Set.of("user:" + absence.deputy()),
            values));
  }

  /**
   * Nobody by name stands in any more: told to the person and to whoever entered it for them.
   *
   * @param absence as it was, with the deputy whose account is gone
   */
  public void deputyGone(Absence absence) {
    Set<String> recipients = new LinkedHashSet<>();
    recipients.add("user:" + absence.account());
    if (!Actor.SYSTEM.id().equals(absence.enteredBy())) {
      recipients.add("user:" + absence.enteredBy());
    }
    Map<String, Object> values = new HashMap<>();
    values.put("author", absence.deputy());
    values.put("person", absence.account());
    values.put("text", when.span(absence));
    notifications.tell(
        new Notification(absence.record(), "deputy-gone", "deputy-gone", recipients, values));
  }

  /**
   * @param account whose task it is
   * @param occasion what makes it one of a kind on the record
   */
  public void passedOn(String record, String task, String account, String deputy, String occasion) {
    tell("deputy-task", record, task, account, "user:" + deputy, occasion);
  }

  public void givenBack(
      String record, String task, String account, String deputy, String occasion) {
    tell("deputy-task-given-back", record, task, deputy, "user:" + account, occasion);
  }

  public void withGroup(String record, String task, String account, String group, String occasion) {
    tell("task-with-group", record, task, account, "group:" + group, occasion);
  }

  private void tell(
      String template,
      String record,
      String task,
      String author,
      String recipient,
      String occasion) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", record);
    values.put("text", task);
    values.put("author", author);
    notifications.tell(
        new Notification(record, template, template + "/" + occasion, Set.of(recipient), values));
  }
}
