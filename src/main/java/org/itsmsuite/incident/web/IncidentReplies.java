package org.itsmsuite.incident.web;

/** Says something to the requester of an incident. */
@FunctionalInterface
interface IncidentReplies {

  /**
   * @param text trimmed, of one line or several
   * @throws org.itsmsuite.refusal.Refusal if it may not be said, or not now
   */
  void reply(String number, String text);
}
