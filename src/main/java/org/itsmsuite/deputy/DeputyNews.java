package org.itsmsuite.deputy;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;

/** Tells deputies that they are one, and who has got whose task. */
public class DeputyNews {

  private final Notifications notifications;
  private final DateTimeFormatter when;

  /**
   * @param zone in which messages tell times
   */
  public DeputyNews(Notifications notifications, ZoneId zone) {
    this.notifications = notifications;
    this.when =
        DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm '('VV')'", Locale.ENGLISH).withZone(zone);
  }

  void named(Absence absence) {
    if (absence.deputy() == null) {
      return;
    }
    Map<String, Object> values = new HashMap<>();
    values.put("author", absence.account());
    values.put("group", absence.group() == null ? "every group" : absence.group());
    values.put("text", when.format(absence.from()) + " until " + when.format(absence.until()));
    notifications.tell(
        new Notification(
            absence.record(),
            "deputy-named",
            "deputy-named",
            Set.of("user:" + absence.deputy()),
            values));
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
