package org.itsmsuite.notification;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.itsmsuite.refusal.Refusal;
import org.itsmsuite.restriction.Custodian;

/**
 * Keeps restricted records out of messages, wherever they are written: only those concerned are
 * told, and a message says no more than that there is something to look at.
 */
public final class RestrictedNotifications implements Notifications {

  /** What a message about a restricted record may still say. */
  private static final Set<String> NEUTRAL =
      Set.of("number", "status", "priority", "group", "clock", "target", "dueAt", "percent");

  private static final String WITHHELD = "(restricted)";

  private final ConcernedRecipients concerned;
  private final Custodian custodian;
  private final Notifications messages;

  public RestrictedNotifications(
      ConcernedRecipients concerned, Custodian custodian, Notifications messages) {
    this.concerned = concerned;
    this.custodian = custodian;
    this.messages = messages;
  }

  @Override
  public Reach tell(Notification notification) {
    return messages.tell(
        concerned.isRestricted(notification.record()) ? restricted(notification) : notification);
  }

  private Notification restricted(Notification notification) {
    var recipients = new TreeSet<String>();
    for (var recipient : notification.recipients()) {
      var tellsThem = mayKnow(recipient, notification.record());
      recipients.add(tellsThem ? recipient : custodian.recipient());
    }
    return new Notification(
        notification.record(),
        notification.template(),
        notification.occasion(),
        recipients,
        neutral(notification.values()));
  }

  /** Of whom nobody can say now what they may know, the custodian is told instead. */
  private boolean mayKnow(String recipient, String record) {
    try {
      return concerned.mayKnow(recipient, record);
    } catch (Refusal e) {
      if (e.kind() != Refusal.Kind.UNAVAILABLE) {
        throw e;
      }
      return false;
    }
  }

  private static Map<String, Object> neutral(Map<String, Object> values) {
    var neutral = new HashMap<>(values);
    neutral.replaceAll((name, value) -> NEUTRAL.contains(name) ? value : WITHHELD);
    return neutral;
  }
}
