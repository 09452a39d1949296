package org.itsmsuite.change.vote;

/** The process that asks for votes, as far as the practice must know it. */
public interface VoteFlow {

  /**
   * A member's ballot has come another way than through their task: the task is done, if it is
   * still open. Joins the caller's transaction.
   *
   * @param position the member's
   */
  void voted(String number, int position, Choice choice, String reason);

  /**
   * The open vote is decided, and no task has ended that would say so to the process: the vote ends
   * at once. Nothing happens if the process does not wait for ballots. Joins the caller's
   * transaction.
   */
  void decided(String number);
}
