package org.itsmsuite.conversation;

/** Who may see what was said. */
public enum Visibility {
  /** Everybody who may see the record, the requester among them. */
  REQUESTER,
  /** Those who see what is not for the requester. */
  INTERNAL
}
