package org.itsmsuite.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers what was told, without texts, addresses and mail: for process tests and for the replay.
 * It joins no transaction.
 */
public class InMemoryNotifications implements Notifications {

  /** One message to one recipient. */
  public record Told(Notification notification, String recipient) {}

  private record Once(String record, String occasion, String recipient) {}

  private final NotificationTemplates texts;
  private final List<Told> told = new ArrayList<>();
  private final Set<String> unreachable = new HashSet<>();
  private final Set<Once> once = new HashSet<>();

  public InMemoryNotifications() {
    this(null);
  }

  /**
   * @param texts those that are told have to be complete; null to look at none
   */
  public InMemoryNotifications(NotificationTemplates texts) {
    this.texts = texts;
  }

  private void requireWhole(Notification notification) {
    var values = new HashMap<>(notification.values());
    values.put("link", "/records/" + notification.record());
    var missing = texts.named(notification.template()).missing(values);
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          notification.template() + " of " + notification.record() + " would lack " + missing);
    }
  }

  @Override
  public synchronized Reach tell(Notification notification) {
    if (texts != null) {
      requireWhole(notification);
    }
    for (var recipient : notification.recipients()) {
      if (once.add(new Once(notification.record(), notification.occasion(), recipient))) {
        told.add(new Told(notification, recipient));
      }
    }
    var reached = new HashSet<>(notification.recipients());
    reached.removeAll(unreachable);
    var not = new HashSet<>(notification.recipients());
    not.removeAll(reached);
    return new Reach(reached, Map.of(), not, Set.of(), Set.of());
  }

  /** From now on nobody can reach these, until all is cleared. */
  public synchronized void losesTouchWith(String... recipients) {
    unreachable.addAll(List.of(recipients));
  }

  /** In the order of telling, also what reaches nobody. */
  public synchronized List<Told> told() {
    return List.copyOf(told);
  }

  public synchronized void clear() {
    told.clear();
    once.clear();
    unreachable.clear();
  }
}
