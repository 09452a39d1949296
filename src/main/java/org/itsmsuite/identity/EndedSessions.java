package org.itsmsuite.identity;

/** Sessions that the identity provider has told to be over, known to all nodes. */
public interface EndedSessions {

  /** Notes it for good; told again, it changes nothing. */
  void end(String session);

  /** Whether it is over; what another node was told is known a second later at the latest. */
  boolean isOver(String session);
}
