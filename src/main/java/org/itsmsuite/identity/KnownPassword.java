package org.itsmsuite.identity;

import java.io.Serializable;

/**
 * Which of an account's passwords somebody logged in with, as {@link Accounts#passwordMark} told
 * it. Stands in the details of the log-in, and with it in the session.
 */
public final class KnownPassword implements Serializable {

  private static final long serialVersionUID = 1L;

  private volatile String mark;

  public KnownPassword(String mark) {
    this.mark = mark;
  }

  public boolean is(String other) {
    return mark.equals(other);
  }

  /** The person has set a new one: this session goes on, all others of the account are over. */
  public void change(String other) {
    mark = other;
  }
}
