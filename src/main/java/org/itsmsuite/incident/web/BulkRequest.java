package org.itsmsuite.incident.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.web.Texts;

/**
 * One action for many incidents, as it comes in from the API or the list.
 *
 * @param numbers a number that stands twice counts once
 * @param group for handing over
 * @param reason what the other group should know; may be missing
 * @param text the reply
 */
record BulkRequest(String action, List<String> numbers, String group, String reason, String text) {

  private static final int MOST = 100;
  private static final int LONGEST_REPLY = Conversations.LONGEST;

  /**
   * @param values of the record's action; those of other actions are left out
   */
  record Checked(Kind kind, LinkedHashSet<String> numbers, Map<String, String> values) {}

  /** What can be done with many, and the action of a single record it is. */
  enum Kind {
    ASSIGN("assign", TakeAction.NAME),
    HAND_OVER("hand-over", "hand-over"),
    REPLY("reply", "message");

    private final String id;
    private final String action;

    Kind(String id, String action) {
      this.id = id;
      this.action = action;
    }

    /** As {@code incident.act} of the access table names it. */
    String action() {
      return action;
    }
  }

  /**
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  Checked checked() {
    var texts = new Texts();
    Kind kind = kind(texts);
    LinkedHashSet<String> chosen = numbers(texts);
    Map<String, String> values = new LinkedHashMap<>();
    if (kind == Kind.HAND_OVER) {
      values.put("group", texts.required("group", group, 100));
      values.put("reason", texts.lines("reason", reason, LinkAction.REASON));
    }
    if (kind == Kind.REPLY) {
      values.put("text", texts.requiredLines("text", text, LONGEST_REPLY));
    }
    texts.verify();
    return new Checked(kind, chosen, values);
  }

  private Kind kind(Texts texts) {
    String wanted = texts.required("action", action, 50);
    if (wanted == null) {
      return null;
    }
    for (Kind kind : Kind.values()) {
      if (kind.id.equals(wanted)) {
        return kind;
      }
    }
    texts.wrong(
        "action", "incident.unknown-action", "One of assign, hand-over, reply is expected.");
    return null;
  }

  private LinkedHashSet<String> numbers(Texts texts) {
    var chosen = new LinkedHashSet<String>();
    if (numbers == null || numbers.isEmpty()) {
      texts.wrong("numbers", "request.missing", "At least one incident has to be chosen.");
      return chosen;
    }
    for (int i = 0; i < numbers.size() && chosen.size() <= MOST; i++) {
      String number = texts.required("numbers[" + i + "]", numbers.get(i), 32);
      if (number != null) {
        chosen.add(number);
      }
    }
    if (chosen.size() > MOST) {
      texts.wrong("numbers", "incident.too-many", "At most " + MOST + " incidents at a time.");
    }
    return chosen;
  }
}
