package org.itsmsuite.notification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers what was told, without texts, addresses and mail: for process tests and for the replay.
 * It joins no transaction.
 */
public class InMemoryNotifications implements Notifications {

  /** One message to one recipient. */
  public record Told(Notification notification, String recipient) {}

  private record Once(String record, String occasion, String recipient) {}

  private final List<Told> told = new ArrayList<>();
  private final Set<Once> once = new HashSet<>();

  @Override
  public synchronized Set<String> tell(Notification notification) {
    for (var recipient : notification.recipients()) {
      if (once.add(new Once(notification.record(), notification.occasion(), recipient))) {
        told.add(new Told(notification, recipient));
      }
    }
    return notification.recipients();
  }

  /** In the order of telling. */
  public synchronized List<Told> told() {
    return List.copyOf(told);
  }

  public synchronized void clear() {
    told.clear();
    once.clear();
  }
}
