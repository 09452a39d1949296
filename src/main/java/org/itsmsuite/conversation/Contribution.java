package org.itsmsuite.conversation;

import java.util.List;

/**
 * What somebody said in one go.
 *
 * @param entry what they wrote, or null if they only sent files
 * @param attachments may be empty
 */
public record Contribution(
    Side side, Visibility visibility, Entry entry, List<Attachment> attachments) {

  public Contribution {
    attachments = List.copyOf(attachments);
  }

  /** A person of the service provider has written what the requester can read. */
  public boolean isReply() {
    return side == Side.SERVICE_DESK && visibility == Visibility.REQUESTER && entry != null;
  }

  /** The requester's side has said or sent something. */
  public boolean isFromRequester() {
    return side == Side.REQUESTER && visibility == Visibility.REQUESTER;
  }
}
