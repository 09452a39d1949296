package org.itsmsuite.change.schedule;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.itsmsuite.change.Change;
import org.itsmsuite.notification.Notification;
import org.itsmsuite.notification.Notifications;
import org.itsmsuite.restriction.Concerned;
import org.itsmsuite.restriction.Restrictions;

/** Tells owners of changes what has come up about their windows. */
class ScheduleNews {

  private final Notifications notifications;
  private final Restrictions restrictions;
  private final ScheduleWords words;

  ScheduleNews(Notifications notifications, Restrictions restrictions, ScheduleWords words) {
    this.notifications = notifications;
    this.restrictions = restrictions;
    this.words = words;
  }

  /** Those who own this one hear of the other. */
  void collides(Change change, Change other) {
    tell(
        change,
        "change-collision",
        other.number() + "/" + change.window() + "/" + other.window(),
        restrictions.isRestricted(other.number()) ? "a restricted change" : other.number(),
        words.span(other.window()));
  }

  void inFreeze(Change change, Freeze freeze) {
    tell(
        change,
        "change-in-freeze",
        freeze.id().toString(),
        freeze.name(),
        words.span(freeze.window()));
  }

  private void tell(Change change, String template, String occasion, String what, String when) {
    Map<String, Object> values = new HashMap<>();
    values.put("number", change.number());
    values.put("title", change.title());
    values.put("from", words.time(change.window().from()));
    values.put("to", words.time(change.window().to()));
    values.put("what", what);
    values.put("dueAt", when);
    notifications.tell(
        new Notification(
            change.number(), template, template + "/" + occasion, owners(change), values));
  }

  /** Whoever asks for it, whoever carries it out. */
  private static Set<String> owners(Change change) {
    Set<String> owners = new LinkedHashSet<>();
    owners.add(Concerned.user(change.requester()));
    if (change.implementer() != null) {
      owners.add(Concerned.user(change.implementer()));
    }
    if (change.group() != null) {
      owners.add(Concerned.group(change.group()));
    }
    return owners;
  }
}
