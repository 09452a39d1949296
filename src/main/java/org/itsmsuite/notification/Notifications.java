package org.itsmsuite.notification;

/** Tells people. Joins the caller's transaction: what is rolled back was never said. */
public interface Notifications {

  /**
   * Writes one message per recipient; a second call with the same occasion and recipient does
   * nothing. Of a restricted record only those it concerns are told; the custodian is told in the
   * place of the others. A group without a mailbox is told through its people who are at work, and
   * through whoever stands in for the others. A person without an account, such as a requester who
   * telephoned, is not told.
   *
   * @return who is told in the end, by this call or an earlier one
   */
  Reach tell(Notification notification);
}
