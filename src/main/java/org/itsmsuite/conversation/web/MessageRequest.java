package org.itsmsuite.conversation.web;

import org.itsmsuite.conversation.Conversations;
import org.itsmsuite.conversation.Visibility;
import org.itsmsuite.web.Texts;

/** A message or note as it comes in. */
record MessageRequest(String text, String visibility) {

  record Checked(String text, Visibility visibility) {}

  /**
   * @param staff whether the person could write either; then it must be said which
   * @throws org.itsmsuite.refusal.Refusal that names every field that is not valid
   */
  Checked checked(boolean staff) {
    var texts = new Texts();
    var checked =
        new Checked(
            texts.requiredLines("text", text, Conversations.LONGEST),
            visibility(texts, visibility, staff));
    texts.verify();
    return checked;
  }

  /** Left out, it is for the requester if the person can write nothing else: nothing leaks. */
  static Visibility visibility(Texts texts, String value, boolean staff) {
    if (value == null || value.isBlank()) {
      if (staff) {
        texts.wrong("visibility", "request.missing", "REQUESTER or INTERNAL is needed.");
      }
      return Visibility.REQUESTER;
    }
    for (Visibility one : Visibility.values()) {
      if (one.name().equals(value)) {
        return one;
      }
    }
    texts.wrong("visibility", "request.wrong-value", "One of REQUESTER, INTERNAL.");
    return null;
  }
}
