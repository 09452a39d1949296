package org.itsmsuite.conversation;

/** For whom somebody spoke. */
public enum Side {
  /** The requester, or another outside of the service provider. */
  REQUESTER,
  /** A person who works for the service provider, or on the record. */
  SERVICE_DESK,
  /** The suite itself: nobody has looked at the record yet. */
  SUITE
}
