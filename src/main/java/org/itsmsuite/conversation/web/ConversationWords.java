package org.itsmsuite.conversation.web;

import org.itsmsuite.conversation.ConversationAccess;
import org.itsmsuite.conversation.Side;
import org.springframework.stereotype.Component;

/** Whose name the person who asks may read beside what was said. */
@Component
class ConversationWords {

  private static final String DESK = "service desk";

  private final ConversationAccess access;

  ConversationWords(ConversationAccess access) {
    this.access = access;
  }

  boolean isOwn(String author) {
    return access.actor().id().equals(author);
  }

  /** Those outside read "service desk" for whoever works there. */
  String author(String author, Side side, boolean internal) {
    return internal || side == Side.REQUESTER || isOwn(author) ? author : DESK;
  }
}
